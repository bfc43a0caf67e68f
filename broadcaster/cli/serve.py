"""`broadcaster serve`: a Mistral model on this machine, for `episode` to write with."""

from __future__ import annotations

import shlex
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from broadcaster.cli.options import show_option, verbose_option
from broadcaster.errors import DidNotStart

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from broadcaster.programme import WriterSettings
    from broadcaster.writing import Server

NEWS_EVERY = 10.0
USUAL_PORT = 8711


@click.command(context_settings={"ignore_unknown_options": True})
@click.argument("model", default="", envvar="BROADCASTER_MODEL")
@click.argument("options", nargs=-1, type=click.UNPROCESSED, metavar="[VLLM_OPTION]...")
@click.option("--port", type=click.IntRange(0, 65_535), default=USUAL_PORT, show_default=True,
              help="Where it answers on this machine; 0 takes a free port.")  # fmt: skip
@click.option("--context", type=click.IntRange(256, 1_000_000), metavar="TOKENS",
              help="How much the model holds at once (default: 16384 or what it can).")  # fmt: skip
@click.option("--quantization", metavar="NAME", help="As `vllm serve` names it, e.g. fp8.")
@click.option("--leave-gb", type=click.FloatRange(0, 1000), metavar="GB",
              help="Memory left to voices and screen (default: a quarter, up to 6).")  # fmt: skip
@click.option("--list", "listing", is_flag=True, help="Print the models known here, and end.")
@click.option("--dry-run", is_flag=True, help="Print vLLM's command line, and end.")
@verbose_option
@show_option
def serve(
    model: str,
    options: tuple[str, ...],
    port: int,
    context: int | None,
    quantization: str | None,
    leave_gb: float | None,
    listing: bool,
    dry_run: bool,
    show_file: Path,
) -> None:
    """Serve MODEL (a repository or a folder of weights) with vLLM until Ctrl-C.

    Without MODEL: what show.toml names, else the best that fits the card. Options of `vllm serve`
    may follow.
    """
    from broadcaster import writing

    if model.startswith("-"):
        model, options = "", (model, *options)
    settings = _settings(show_file)
    settings = replace(
        settings,
        model=model or settings.model,
        options=(*settings.options, *options),
        context=context or settings.context,
        quantization=settings.quantization if quantization is None else quantization,
        leave_gb=settings.leave_gb if leave_gb is None else leave_gb,
    )
    if listing:
        click.echo("\n".join(_table()))
    elif dry_run:
        click.echo(shlex.join(writing.serving_command(settings, port)))
    else:
        _serve(writing.start_server(settings, port))


def _settings(show_file: Path) -> WriterSettings:
    """The writer's settings of the station here; the usual ones where there is none."""
    from broadcaster import cards
    from broadcaster.programme import WriterSettings

    return cards.load_show(show_file).writer if show_file.is_file() else WriterSettings()


def _table() -> Iterator[str]:
    from broadcaster.writing import OFFERS

    yield "GB/枚  モデル"
    for offer in sorted(OFFERS, key=lambda offer: offer.memory):
        about = ", ".join(filter(None, (offer.licence, offer.quantization, offer.note)))
        yield f"{offer.memory:5g}  {offer.model}  ({about})"


def _serve(server: Server) -> None:
    """Until it ends or a signal comes; nothing of it is left behind."""
    try:
        click.echo(f"モデル: {server.order.name} ({server.order.licence})", err=True)
        if server.order.short:
            click.echo(f"メモリーが約{server.order.short:.0f} GB足りない見込みです", err=True)
        click.echo(f"ログ: {server.log}", err=True)
        server.wait_until_ready(_news())
        click.echo(f"応答中: {server.address}  鍵: {server.key_file}", err=True)
        click.echo(_how_to_use(server), err=True)
        server.wait()
    except DidNotStart as failure:
        click.echo("\n".join(failure.tail), err=True)
        raise
    finally:
        server.stop()


def _how_to_use(server: Server) -> str:
    if server.port == USUAL_PORT:
        return "broadcaster episode がこのモデルで書きます。Ctrl-C で終わります。"
    return f'show.toml: [writer] address = "{server.address}"  Ctrl-C で終わります。'


def _news() -> Callable[[float, str], None]:
    """What to call while waiting: says now and then how long it has been and what vLLM does."""
    told = 0.0

    def tell(seconds: float, line: str) -> None:
        nonlocal told
        if seconds - told >= NEWS_EVERY:
            told = seconds
            click.echo(f"起動中 {seconds:4.0f} 秒  {line[:100]}", err=True)

    return tell
