"""Values as the program writes them in YAML: on one line, meaning the same in YAML 1.1 and 1.2."""

import re
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal

import yaml

_ENDLESS = 1_000_000


class _Dumper(yaml.SafeDumper):
    """Quotes every text that YAML 1.1 or 1.2 takes for something else; writes numbers with their digits."""

    def ignore_aliases(self, data: object) -> bool:  # noqa: ARG002 - the library's signature
        return True

    def text(self, text: str) -> yaml.ScalarNode:
        """Text of several lines is quoted, so that it stands on one."""
        return self.represent_scalar("tag:yaml.org,2002:str", text, style='"' if "\n" in text else None)

    def digits(self, number: Decimal) -> yaml.ScalarNode:
        """The number as it is, in plain digits."""
        text = f"{number:f}"
        tag = "tag:yaml.org,2002:float" if "." in text else "tag:yaml.org,2002:int"
        return self.represent_scalar(tag, text)


_Dumper.add_implicit_resolver(
    "tag:yaml.org,2002:float",
    re.compile(r"[-+]?[0-9._:]+([eE][-+]?[0-9]+)?|0[ox][0-9a-fA-F]+"),
    list("-+0123456789."),
)
_Dumper.add_representer(str, _Dumper.text)
_Dumper.add_representer(Decimal, _Dumper.digits)

Writable = str | bool | date | Decimal | Sequence["Writable"] | Mapping[str, "Writable"]


def in_flow(value: Writable) -> str:
    """The value within a flow collection, on one line: plain where that is safe, quoted where it is not.

    Keys are written as they are.
    """
    if isinstance(value, Mapping):
        return f"{{{', '.join(f'{key}: {in_flow(one)}' for key, one in value.items())}}}"
    if isinstance(value, Sequence) and not isinstance(value, str):
        return f"[{', '.join(map(in_flow, value))}]"
    written: str = yaml.dump(
        [value], Dumper=_Dumper, allow_unicode=True, default_flow_style=True, width=_ENDLESS
    )
    return written.strip().removeprefix("[").removesuffix("]")
