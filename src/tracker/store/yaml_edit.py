"""Changes in a YAML file that a person wrote: only what is changed is written anew."""

from collections.abc import Mapping

import yaml

from tracker.problems import Path, Step
from tracker.store.yaml import LOADER
from tracker.store.yaml_text import Writable, in_flow


class EditedText:
    """The text of a file, and what becomes of it. A path is made of the keys and indices to a value."""

    def __init__(self, text: str) -> None:
        self.text = text

    def put(self, path: Path, value: Writable) -> None:
        """Write the value at `path`; a key that was not there stands last in its mapping."""
        mapping, key = self._collection(path[:-1]), path[-1]
        node = _child(mapping, key)
        if node is None:
            self._append(mapping, f"{key}: {in_flow(value)}")
            return
        # What begins on a line of its own, as deep as its key, is indented further than that.
        indent = "  " if isinstance(node, yaml.CollectionNode) and not node.flow_style else ""
        self._write(node.start_mark.index, self._end(node), indent + in_flow(value))

    def append(self, path: Path, value: Writable) -> None:
        """Write one more item into the list at `path`; where there is none, the list begins with it."""
        mapping = self._collection(path[:-1])
        sequence = _child(mapping, path[-1])
        if sequence is None and isinstance(value, Mapping) and not mapping.flow_style:
            self._append(mapping, f"{path[-1]}:\n- {in_flow(value)}")
        elif not isinstance(sequence, yaml.SequenceNode) or not sequence.value:
            self.put(path, [value])
        elif sequence.flow_style:
            self._append(sequence, in_flow(value))
        elif isinstance(value, Mapping) and not sequence.value[-1].flow_style:
            pairs = (f"{key}: {in_flow(one)}" for key, one in value.items())
            self._append(sequence, "- " + "\n  ".join(pairs))
        else:
            self._append(sequence, f"- {in_flow(value)}")

    def has(self, path: Path) -> bool:
        """Whether anything stands at `path`."""
        return _child(self._collection(path[:-1]), path[-1]) is not None

    def remove(self, path: Path) -> None:
        """Take away what stands at `path` in a block mapping or list, with its lines.

        Raises KeyError where nothing does.
        """
        start, end = self._lines(path)
        key = self._begin(path)
        if (
            isinstance(path[-1], str) and "-" in self.text[start:key]
        ):  # the first key of an item: the next one follows its dash
            end += len(self.text[end:]) - len(self.text[end:].lstrip())
            start = key
        self._write(start, end, "")

    def remark(self, path: Path, text: str) -> None:
        """Write a comment on a line of its own above what stands at `path`; raises as `remove` does."""
        start, _ = self._lines(path)
        line = self.text[start:]
        indent = line[: len(line) - len(line.lstrip(" -"))].replace("-", " ")
        line_end = "\r\n" if line.partition("\n")[0].endswith("\r") else "\n"
        self._write(start, start, f"{indent}# {text}{line_end}")

    def _lines(self, path: Path) -> tuple[int, int]:
        """From where to where the lines go on which a key with its value, or an item of a list, stands."""
        parent = self._collection(path[:-1])
        value = _child(parent, path[-1])
        if value is None or parent.flow_style:
            raise KeyError(path)
        start = self.text.rfind("\n", 0, self._begin(path)) + 1
        end = self.text.find("\n", self._end(value)) + 1
        return start, end or len(self.text)

    def _begin(self, path: Path) -> int:
        """Where a key, or an item of a list behind its dash, begins."""
        parent, step = self._collection(path[:-1]), path[-1]
        pairs: list[tuple[yaml.Node, yaml.Node]] = parent.value
        node = _child(parent, step) if isinstance(step, int) else _key(pairs, step)
        if node is None:
            raise KeyError(path)
        begin: int = node.start_mark.index
        return begin

    def _append(self, collection: yaml.CollectionNode, item: str) -> None:
        """Write an item, of one line or of several, behind the last one of a collection."""
        last = _last(collection)
        if collection.flow_style:
            at = self._end(last) if last else collection.end_mark.index - 1
            self._write(at, at, f", {item}" if last else item)
            return
        # Behind the line on which its last value ends, comments included.
        end = self.text.find("\n", self._end(collection))
        line_end = "\r\n" if end > 0 and self.text[end - 1] == "\r" else "\n"
        end = len(self.text) if end < 0 else end + 1 - len(line_end)
        indent = line_end + " " * collection.start_mark.column
        self._write(end, end, indent + item.replace("\n", indent))

    def _write(self, start: int, end: int, written: str) -> None:
        self.text = self.text[:start] + written + self.text[end:]

    def _end(self, node: yaml.Node) -> int:
        """Where the last character of a value ends.

        YAML's own mark stands where the next thing begins, of block collections and text of several lines.
        """
        if isinstance(node, yaml.CollectionNode) and not node.flow_style and (last := _last(node)):
            return self._end(last)
        end: int = node.end_mark.index
        several_lines = isinstance(node, yaml.ScalarNode) and node.style in {"|", ">"}
        return len(self.text[:end].rstrip()) if several_lines else end

    def _collection(self, path: Path) -> yaml.CollectionNode:
        """The mapping or list at `path`. Raises KeyError where there is none."""
        node: yaml.Node | None = yaml.compose(self.text, Loader=LOADER)
        for step in path:
            node = _child(node, step)
        if not isinstance(node, yaml.CollectionNode):
            raise KeyError(path)
        return node


def _child(node: yaml.Node | None, step: Step) -> yaml.Node | None:
    """What stands at a key of a mapping or at an index of a list, if anything does."""
    match node:
        case yaml.MappingNode():
            values: list[tuple[yaml.Node, yaml.Node]] = node.value
            return next((value for name, value in values if name.value == step), None)
        case yaml.SequenceNode() if isinstance(step, int) and step < len(node.value):
            item: yaml.Node = node.value[step]
            return item
    return None


def _key(pairs: list[tuple[yaml.Node, yaml.Node]], name: Step) -> yaml.Node | None:
    return next((key for key, _ in pairs if key.value == name), None)


def _last(collection: yaml.CollectionNode) -> yaml.Node | None:
    """The last value of a collection."""
    last: yaml.Node | tuple[yaml.Node, yaml.Node] | None = collection.value[-1] if collection.value else None
    return last[1] if isinstance(last, tuple) else last
