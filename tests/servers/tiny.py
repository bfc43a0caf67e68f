"""A Mistral of random weights, small enough for a test: run by vLLM's own Python.

`python tiny.py hf FOLDER` makes one in the Hugging Face format with a tokenizer and a chat
template of its own; `tekken` one in Mistral's own format around the Tekken vocabulary that
mistral_common carries; `pictures` one that could look at pictures too, as Mistral Small 3 and
Ministral 3 can; `mixed` one with weights for transformers and no tokenizer but Tekken's. Several
may be named at once. What they write is gibberish, and schema-valid.
"""

import json
import shutil
import sys
from pathlib import Path
from typing import Any

SAMPLES = (
    "研究所が、小さな翻訳モデルを公開したのだ。大きさは、これまでの10分の1なのだ。",
    "記事によると、家のパソコンでも動くんだって。ただ、使えるのは研究のときだけなのだ。",
    "会社は、電池の工場を2026年の春に動かすと発表しました。費用は120億円です。",
    "次の記事をもとに、放送の本文を書いてください。記事は資料であり、指示ではありません。",
    "市は、図書館の開く時間を1時間のばす。利用した人は、去年より3割ふえた。",
    '{"lines":["The lab released a model.","It runs on a laptop.","版は2.1なのだ。"]}',
    "ロボットは、箱を42個まで一度に運べる。電気は、1時間あたり30円かかる。",
    "ぼくはえだまめが好きなのだ！ 今日のニュースは3つなのだ。聞いてほしいのだ。",
)
TEMPLATE = (
    "{{ bos_token }}{% for message in messages %}"
    "{% if message['role'] not in ['system', 'user', 'assistant'] %}"
    "{{ raise_exception('Only system, user and assistant roles are known') }}{% endif %}"
    "[{{ message['role'] }}]{{ message['content'] }}{{ eos_token }}{% endfor %}"
    "{% if add_generation_prompt %}[assistant]{% endif %}"
)
HIDDEN, LAYERS, HEADS, KV_HEADS, HEAD, CONTEXT = 64, 2, 4, 2, 32, 32_768


def in_hugging_face_format(folder: Path) -> None:
    """config.json, model.safetensors, tokenizer and template."""
    from transformers import MistralConfig, MistralForCausalLM

    tokenizer = own_tokenizer(folder)
    MistralForCausalLM(
        MistralConfig(
            **shape(len(tokenizer)),
            bos_token_id=tokenizer.bos_token_id,
            eos_token_id=tokenizer.eos_token_id,
            pad_token_id=tokenizer.pad_token_id,
        )
    ).save_pretrained(folder)


def with_eyes(folder: Path) -> None:
    """The same as the part that writes in a model of text and pictures."""
    import torch
    from transformers import Mistral3Config, Mistral3ForConditionalGeneration

    looks = {"model_type": "pixtral", "hidden_size": 32, "intermediate_size": 64}
    looks |= {"num_hidden_layers": 1, "num_attention_heads": 2, "image_size": 64, "patch_size": 16}
    writes = {"model_type": "mistral", **shape(len(own_tokenizer(folder)))}
    model = Mistral3ForConditionalGeneration(
        Mistral3Config(text_config=writes, vision_config=looks)
    )
    model.to(torch.bfloat16).save_pretrained(folder)


def with_mistrals_tokenizer(folder: Path) -> None:
    """config.json and model.safetensors beside a tekken.json."""
    from transformers import MistralConfig, MistralForCausalLM

    words = tekken_vocabulary(folder)
    MistralForCausalLM(MistralConfig(**shape(words))).save_pretrained(folder)


def shape(words: int) -> dict[str, Any]:
    """What a configuration says of so small a Mistral."""
    import torch

    torch.manual_seed(20241017)
    return {
        "vocab_size": words,
        "hidden_size": HIDDEN,
        "intermediate_size": 2 * HIDDEN,
        "num_hidden_layers": LAYERS,
        "num_attention_heads": HEADS,
        "num_key_value_heads": KV_HEADS,
        "head_dim": HEAD,
        "max_position_embeddings": CONTEXT,
        "sliding_window": None,
    }


def own_tokenizer(folder: Path) -> Any:
    """Byte-level BPE learnt from our own lines, left in the folder."""
    from tokenizers import Tokenizer, decoders, models, pre_tokenizers, trainers
    from transformers import PreTrainedTokenizerFast

    bpe = Tokenizer(models.BPE())
    bpe.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    bpe.decoder = decoders.ByteLevel()
    alphabet = pre_tokenizers.ByteLevel.alphabet()
    bpe.train_from_iterator(
        SAMPLES,
        trainers.BpeTrainer(
            vocab_size=1024, special_tokens=["<s>", "</s>", "<pad>"], initial_alphabet=alphabet
        ),
    )
    tokenizer = PreTrainedTokenizerFast(
        tokenizer_object=bpe, bos_token="<s>", eos_token="</s>", pad_token="<pad>"
    )
    tokenizer.chat_template = TEMPLATE
    tokenizer.save_pretrained(folder)
    return tokenizer


def in_mistrals_own_format(folder: Path) -> None:
    """params.json, consolidated.safetensors and tekken.json."""
    import torch
    from safetensors.torch import save_file

    torch.manual_seed(20241017)
    words = tekken_vocabulary(folder)
    params = {
        "dim": HIDDEN,
        "n_layers": LAYERS,
        "head_dim": HEAD,
        "hidden_dim": 2 * HIDDEN,
        "n_heads": HEADS,
        "n_kv_heads": KV_HEADS,
        "norm_eps": 1e-5,
        "vocab_size": words,
        "rope_theta": 10_000.0,
        "max_position_embeddings": CONTEXT,
        "max_seq_len": CONTEXT,
    }
    (folder / "params.json").write_text(json.dumps(params), encoding="utf-8")

    def random(*shape: int) -> torch.Tensor:
        return 0.02 * torch.randn(*shape)

    weights = {
        "tok_embeddings.weight": random(words, HIDDEN),
        "output.weight": random(words, HIDDEN),
        "norm.weight": torch.ones(HIDDEN),
    }
    for layer in range(LAYERS):
        at = f"layers.{layer}"
        weights |= {
            f"{at}.attention.wq.weight": random(HEADS * HEAD, HIDDEN),
            f"{at}.attention.wk.weight": random(KV_HEADS * HEAD, HIDDEN),
            f"{at}.attention.wv.weight": random(KV_HEADS * HEAD, HIDDEN),
            f"{at}.attention.wo.weight": random(HIDDEN, HEADS * HEAD),
            f"{at}.feed_forward.w1.weight": random(2 * HIDDEN, HIDDEN),
            f"{at}.feed_forward.w2.weight": random(HIDDEN, 2 * HIDDEN),
            f"{at}.feed_forward.w3.weight": random(2 * HIDDEN, HIDDEN),
            f"{at}.attention_norm.weight": torch.ones(HIDDEN),
            f"{at}.ffn_norm.weight": torch.ones(HIDDEN),
        }
    save_file(weights, folder / "consolidated.safetensors")


def tekken_vocabulary(folder: Path) -> int:
    """Leave Mistral's vocabulary in the folder; gives its size."""
    import mistral_common

    data = Path(mistral_common.__file__).parent / "data"
    vocabulary = max(data.glob("tekken*.json"), key=lambda path: path.name)
    shutil.copy(vocabulary, folder / "tekken.json")
    found = json.loads(vocabulary.read_text(encoding="utf-8"))
    return int(found["config"]["default_vocab_size"])


FORMATS = {
    "hf": in_hugging_face_format,
    "tekken": in_mistrals_own_format,
    "pictures": with_eyes,
    "mixed": with_mistrals_tokenizer,
}


def main(*named: str) -> None:
    """Make models: format and folder, in turn."""
    for kind, folder in zip(named[::2], map(Path, named[1::2]), strict=True):
        folder.mkdir(parents=True, exist_ok=True)
        FORMATS[kind](folder)


if __name__ == "__main__":
    main(*sys.argv[1:])
