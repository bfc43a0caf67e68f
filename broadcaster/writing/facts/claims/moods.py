"""What a whole sentence, in either language, leaves open or denies."""

from __future__ import annotations

import re
from typing import Final

from broadcaster.writing.facts.claims.english import certainty_in_english, negative_english
from broadcaster.writing.facts.claims.predications import certainty_in, denied


def certainty_of(sentence: str) -> frozenset[str]:
    """Every certainty that words of a sentence, in either language, give to anything."""
    return certainty_in(sentence) | certainty_in_english(sentence)


_LEXICAL: Final = re.compile(
    r"不(?!具合|正|足|動産|安|満|況|審)|未(?!明|来)|ノーコメント|控え|無(?!線|償|人|事)|非(?!常)|否|平気|大丈夫|安心|安全|問題な|禁止|据え置|だけ|のみ|限[らり定]|断[っわ念]|拒|中止|見送|除[くいき]|撤退|避け|別[々に]|無事|解消|停止|外[すしれ]|見合わせ|そのまま|消え|失|欠(?!陥)|ほか(?!に)|以外(?!に)|ゼロ|タダ|足り|課題|だめ|ダメ|無理|厳し|難し|不可|拘束|慎重|まだ|負け|敗|劣|及ば|届か|下回|低[いくか]|遅[いくれか]|少な|弱[いくまさ]|しりぞけ|退け|打ち消|お預け|おあずけ|[どと]おり|通り|のまま|あと(?:一歩|ちょっと|少し)|もう(?:一歩|一息|ひと息)|いま(?:いち|ひとつ)|なし|対象外|止ま|止め|ちが[うっい]|違[うっい]|反対|反発|落ち|減|やめ|ほうが|終わ|終え|終了"
)


_EN_LEXICAL: Final = re.compile(
    r"\b(?:stop|cancel|drop|lack|less|few|only|ban|prevent|avoid|reject|decline|lose|lost|fail|yet|end|remove|free|"
    r"exclud|exempt|un[a-z]{4,}|im[pm][a-z]{4,}|other than|rather than|halt|suspend|absen)",
    re.IGNORECASE,
)


def negative(sentence: str) -> bool:
    """Whether anything in a sentence of either language is denied, in grammar or in words."""
    found = denied(sentence) or _LEXICAL.search(sentence) or _EN_LEXICAL.search(sentence)
    return bool(found) or negative_english(sentence)
