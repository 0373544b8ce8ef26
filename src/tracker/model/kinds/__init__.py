"""The kinds of target, one file each; a new kind is a new file and a line here."""

from tracker.model.kinds import cumulative, growth, level, milestone, share
from tracker.model.kinds.base import Kind

KINDS: dict[str, Kind] = {
    kind.name: kind for kind in (cumulative.KIND, level.KIND, share.KIND, growth.KIND, milestone.KIND)
}
