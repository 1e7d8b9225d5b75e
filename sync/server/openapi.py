"""The written contract for machines: an OpenAPI page made of the doors and the messages that they name."""

import re
from collections.abc import Iterable, Sequence
from functools import cache
from html import escape
from typing import Any

import msgspec

from sync.server.doors.door import Door
from sync.wire.messages import JSON_TYPE, MEDIA_TYPE, PROTO, Problem

BYTES = "application/octet-stream"
JSON, HTML = JSON_TYPE, "text/html"
"""What a door answers that has no message."""
_REF = "#/components/schemas/{name}"
_PATH = re.compile(r"\{(\w+)\}")
_EVERY, _WITH_TOKEN, _WITH_BODY = (400, 429, 503), (401, 403, 404), (408, 413, 415)
_FIGURE = {"type": "integer", "minimum": 0, "maximum": 10**18 - 1}
_SHA256 = {"type": "string", "pattern": "^[0-9a-f]{64}$"}
_KINDS: dict[str, dict[str, Any]] = {
    "figure": _FIGURE,
    "text": {"type": "string"},
    "checksum": {"type": "string", "pattern": "^sha256 [0-9a-f]{64}$"},
    "range": {"type": "string", "pattern": "^bytes=[0-9]{1,9}-[0-9]{0,9}$"},
}
_INTRO = """The post between a desk and its centre. JSON is a mirror for eyes and tools; desks speak msgpack
(`application/vnd.thesaban.post+msgpack`, one zstd frame from 1 KiB on), the same structs field by field. In JSON bytes
are base64. What messages mean is written in PROTOCOL.md. Receivers skip fields that they do not know."""


def contract(doors: Sequence[Door]) -> dict[str, Any]:
    """The OpenAPI 3.1 page of these doors."""
    types = dict.fromkeys(kind for door in doors for kind in (door.asks, door.answers) if _is_message(kind))
    said, components = _components((*types, Problem))
    schemas = dict(zip((*types, Problem), said, strict=True))
    paths: dict[str, dict[str, Any]] = {}
    for door in doors:
        paths.setdefault(door.path, {})[door.method.lower()] = _operation(door, schemas)
    return {
        "openapi": "3.1.0",
        "info": {"title": "Thesaban Desk: the centre", "version": str(PROTO), "description": _INTRO},
        "paths": paths,
        "components": {
            "schemas": components,
            "securitySchemes": {"token": {"type": "http", "scheme": "bearer"}},
        },
    }


def _is_message(kind: Any) -> bool:
    return kind is not None and kind is not bytes and not isinstance(kind, str)


@cache
def _components(types: tuple[type, ...]) -> tuple[tuple[dict[str, Any], ...], dict[str, Any]]:
    return msgspec.json.schema_components(types, ref_template=_REF)


def _operation(door: Door, schemas: dict[Any, dict[str, Any]]) -> dict[str, Any]:
    told: dict[str, Any] = {"summary": door.says, "operationId": f"{door.method} {door.path}"}
    told["security"] = [{"token": []}] if door.token else []
    if parameters := [*_places(door), *_given(door.query, "query"), *_given(door.headers, "header")]:
        told["parameters"] = parameters
    if door.asks:
        told["requestBody"] = {"required": True, "content": _content(door.asks, schemas)}
    good = {"description": "Done", **_answered(door, schemas)}
    bad = {"description": "Refused", "content": _content(Problem, schemas)}
    told["responses"] = {str(status): good for status in (door.status, *door.also)}
    told["responses"] |= {str(status): bad for status in sorted(_refusals(door)) if status not in door.also}
    return told


def _refusals(door: Door) -> Iterable[int]:
    yield from _EVERY
    yield from _WITH_TOKEN if door.token else ()
    yield from _WITH_BODY if door.asks else ()
    yield from door.refuses


def _answered(door: Door, schemas: dict[Any, dict[str, Any]]) -> dict[str, Any]:
    return {"content": _content(door.answers, schemas)} if door.answers else {}


def _content(kind: Any, schemas: dict[Any, dict[str, Any]]) -> dict[str, Any]:
    if isinstance(kind, str):
        return {kind: {}}
    if kind is bytes:
        return {BYTES: {"schema": {"type": "string", "format": "binary"}}}
    return {media_type: {"schema": schemas[kind]} for media_type in (JSON_TYPE, MEDIA_TYPE)}


def _places(door: Door) -> Iterable[dict[str, Any]]:
    for name in _PATH.findall(door.path):
        schema = _SHA256 if name == "sha256" else {"type": "string", "minLength": 1}
        yield {"name": name, "in": "path", "required": True, "schema": schema}


def _given(values: Iterable[tuple[str, str]], place: str) -> Iterable[dict[str, Any]]:
    for name, kind in values:
        schema = _KINDS[kind.removesuffix("?")]
        yield {"name": name, "in": place, "required": not kind.endswith("?"), "schema": schema}


def readable(doors: Sequence[Door]) -> str:
    """The same contract as a plain page for eyes."""
    page = contract(doors)
    rows = "".join(
        f"<tr><td><code>{door.method} {escape(door.path)}</code><td>{escape(door.says)}<td>{_name(door.asks)}"
        f"<td>{_name(door.answers)}<td>{'token' if door.token else ''}"
        for door in doors
    )
    schemas = "".join(_shown(name, schema) for name, schema in sorted(page["components"]["schemas"].items()))
    return _PAGE.format(title=page["info"]["title"], intro=escape(_INTRO), rows=rows, schemas=schemas)


def _name(kind: Any) -> str:
    if isinstance(kind, str):
        return kind
    return "bytes" if kind is bytes else f'<a href="#{kind.__name__}">{kind.__name__}</a>' if kind else ""


def _shown(name: str, schema: dict[str, Any]) -> str:
    needed = schema.get("required", ())
    fields = "".join(
        f"<tr><td><code>{escape(field)}</code><td>{escape(_kind(kind))}<td>{'' if field in needed else 'or nothing'}"
        for field, kind in schema.get("properties", {}).items()
    )
    told = f"<h2 id='{name}'>{name}</h2><p>{escape(schema.get('description', ''))}"
    return told + (f"<table>{fields}</table>" if fields else f"<p><code>{escape(_kind(schema))}</code>")


def _kind(schema: dict[str, Any]) -> str:
    if "$ref" in schema:
        return str(schema["$ref"]).rpartition("/")[2]
    if "anyOf" in schema:
        return " or ".join(map(_kind, schema["anyOf"]))
    inner = schema.get("items") or schema.get("additionalProperties")
    plain = "bytes" if schema.get("contentEncoding") else str(schema.get("type", "anything"))
    return f"{plain} of {_kind(inner)}" if isinstance(inner, dict) and inner else plain


_PAGE = """<!doctype html><html lang="en"><meta charset="utf-8"><title>{title}</title>
<style>body{{font:15px/1.5 sans-serif;max-width:70em;margin:2em auto;padding:0 1em}}td{{padding:.2em .8em;
vertical-align:top;border-top:1px solid #8885}}table{{border-collapse:collapse}}</style>
<h1>{title}</h1><p>{intro}<p><a href="openapi.json">openapi.json</a><table>{rows}</table>{schemas}"""
