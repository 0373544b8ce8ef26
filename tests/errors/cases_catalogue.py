"""Broken catalogues, one for each thing that can be wrong with them."""

from broken import FIRMS, POLICY, REPORT, SECTIONS, SOUND, Case, catalogue, with_target

CATALOGUE_CASES: dict[str, Case] = {
    "catalogue-empty": catalogue(""),
    "catalogue-syntax": catalogue(SOUND.replace("target: {at_least: 40}", "target: {at_least: 40")),
    "catalogue-keys": catalogue(SOUND.replace("quote: 全年", "qoute: 全年")),
    "catalogue-many": catalogue(
        SOUND.replace("at_least: 40", "at_least: 四十")
        .replace("kind: growth", "kind: rate")
        .replace("year: 2024", "year: 24")
    ),
    "catalogue-link": Case({"measures.yaml": None}, {"measures.yaml": "/etc/hostname"}, code=4),
    "catalogue-log-too": Case(
        {"measures.yaml": SOUND.replace("year: 2024", "year: 二〇二四"), REPORT: "date: 2024-08-10\n"}, code=4
    ),
    "whole-bad": catalogue(SOUND.replace("number: 1\n  title", "number: 一\n  title")),
    "timezone-bad": catalogue(SOUND.replace("year: 2024", "year: 2024\ntimezone: Asia/Beijing")),
    "slug-bad": catalogue(SOUND.replace("id: uav-firms", "id: UAV_Firms")),
    "goal-count": with_target("", target="target: {at_least: 40, reach: 41}"),
    "goal-none": with_target("", target="target: {}"),
    "goal-tolerance": with_target("", target="target: {about: 40}"),
    "goal-kind": with_target("", target="target: {done_by: 2024-09-30}"),
    "between-order": with_target("", target="target: {between: [5, 3]}"),
    "between-short": with_target("", target="target: {between: [5]}"),
    "between-long": with_target("", target="target: {between: [3, 4, 5]}"),
    "between-words": with_target("", target="target: {between: 3至5}"),
    "tolerance-negative": with_target("", target="target: {about: 40, tolerance: -1}"),
    "path-count": with_target("      path: {}\n"),
    "path-growth": catalogue(SOUND.replace("kind: growth", "kind: growth\n      path: linear")),
    "path-baseline": catalogue(SOUND.replace("kind: level", "kind: level\n      path: linear")),
    "points-on-the-deadline": with_target("      path: {points: {2024-12-31: 5}}\n"),
    "points-order": with_target("      path: {points: {2024-06-30: 30, 2024-09-30: 20, 2024-11-30: 60}}\n"),
    "adjustment-path": with_target(
        "      path: {points: {2024-06-30: 10, 2024-09-30: 30}}\n"
        "      adjustments:\n"
        "      - {date: 2024-08-01, target: {at_least: 20}, document: 甲}\n"
    ),
    "adjustment-path-again": with_target(
        "      adjustments:\n"
        "      - {date: 2024-08-01, target: {at_least: 30}, document: 甲, path: {points: {2024-09-30: 20}}}\n"
        "      - {date: 2024-10-01, target: {at_least: 10}, document: 乙}\n"
    ),
    "adjustment-path-growth": catalogue(
        SOUND.replace(
            "kind: growth",
            "kind: growth\n"
            "      adjustments: [{date: 2024-08-01, target: {at_least: 9}, document: 甲, path: linear}]",
        )
    ),
    "path-word": with_target("      path: sometimes\n"),
    "baseline-above": with_target("      baseline: 50\n"),
    "adjustment-twice": with_target(
        "      adjustments:\n"
        "      - {date: 2024-09-01, target: {at_least: 30}, document: 甲}\n"
        "      - {date: 2024-09-01, target: {at_least: 35}, document: 甲}\n"
    ),
    "adjustment-deadlines": catalogue(
        SOUND.replace(
            "stages: {起草",
            "adjustments: [{date: 2024-09-01, target: {done_by: 2024-10-31}, due: 2024-11-30, document: 甲}]\n      stages: {起草",
        )
    ),
    "year-far": with_target("      due: 9999-12-31\n"),
    "year-early": with_target("      from: 0001-01-01\n"),
    "points-outside": with_target("      path: {points: {2025-03-31: 12}}\n"),
    "points-day": with_target("      path: {points: {九月底: 12}}\n"),
    "period-empty": with_target("      from: 2024-09-01\n      due: 2024-08-01\n"),
    "due-differs": catalogue(SOUND.replace("kind: milestone", "kind: milestone\n      due: 2024-10-31")),
    "baseline-kind": catalogue(SOUND.replace("kind: growth", "kind: growth\n      baseline: 3")),
    "unit-kind": catalogue(SOUND.replace("kind: growth", "kind: growth\n      unit: 家")),
    "unit-missing": with_target("", unit=""),
    "path-seasonal": with_target("      path: seasonal\n"),
    "path-season-end": with_target(
        "      path: seasonal\n      previous: {2023-12-31: 36}\n"
        "      adjustments: [{date: 2024-09-01, target: {at_least: 40}, due: 2025-03-31, document: 甲}]\n"
    ),
    "previous-kind": catalogue(
        SOUND.replace("kind: growth", "kind: growth\n      previous: {2023-12-31: 5}")
    ),
    "previous-order": with_target("      previous: {2023-06-30: 20, 2023-09-30: 18, 2023-12-31: 36}\n"),
    "previous-end": with_target("      previous: {2023-06-30: 20, 2023-09-30: 24}\n"),
    "stages-kind": with_target("      stages: {起草: 30}\n"),
    "stages-range": catalogue(SOUND.replace("起草: 30", "起草: 130")),
    "id-twice": catalogue(SOUND.replace("id: growth", "id: uav-firms")),
    "section-twice": catalogue(
        SOUND
        + SECTIONS.removeprefix("sections:\n").replace("number: 1\n    title", "number: 2\n    title")
        + FIRMS.replace("uav-firms", "others")
    ),
    "measure-twice": catalogue(
        SOUND
        + SECTIONS.removeprefix("sections:\n").replace("- number: 1\n  title", "- number: 2\n  title")
        + FIRMS.replace("uav-firms", "others")
    ),
    "owner-twice": catalogue(SOUND.replace("[区科技局, 区财政局]", "[区科技局, 区科技局]")),
    "target-owner-twice": with_target("      owners: [区财政局, 区财政局]\n"),
    "ordinal-zero": catalogue(SOUND.replace("number: 1\n    title", "number: 0\n    title")),
    "threshold-short": catalogue(
        SOUND.replace("sections:", "signals: {profile: sanya, far_behind_short: -50}\nsections:")
    ),
    "signals-word": catalogue(SOUND.replace("sections:", "signals: strictest\nsections:")),
    "thresholds-order": catalogue(
        SOUND.replace("sections:", "signals: {behind: -20, far_behind: -10}\nsections:")
    ),
    "thresholds-rate": catalogue(SOUND.replace("sections:", "signals: {far_behind_rate: 2}\nsections:")),
    "view-unknown": Case(
        {"measures.yaml": SOUND.replace("sections:", "views: {周会: {signal: [behind, late]}}\nsections:")}
    ),
    "quote-missing": Case(
        {"measures.yaml": SOUND.replace("全年新引进无人机企业40家以上", "全年新引进无人机企业四十家以上")}
    ),
    "quote-absent": Case(
        {"measures.yaml": SOUND.replace("quote: 全年新引进无人机企业40家以上", "quote: 另有规定")}
    ),
    "ignore-absent": Case({"measures.yaml": SOUND + "ignore: [{words: 50户, reason: 不考核}]\n"}),
    "ignore-numberless": Case({"measures.yaml": SOUND + "ignore: [{words: 盘活, reason: 不考核}]\n"}),
    "ignore-twice": Case(
        {
            "measures.yaml": SOUND
            + "ignore: [{words: 盘活50公顷, reason: 甲}, {words: 盘活 50 公顷, reason: 乙}]\n"
        }
    ),
    "differs-check": with_target("      differs: {quote: 理由}\n"),
    "differs-owners": catalogue(
        SOUND.replace(
            "owners: [区科技局, 区财政局]", "owners: [区科技局, 区财政局]\n    differs: {unit: 理由}"
        )
    ),
    "ignore-reason": catalogue(SOUND + "ignore: [{words: 盘活50公顷}]\n"),
    "source-missing": Case({"seeds/policy.md": None}),
    "source-folder": Case({"seeds/policy.md": None, "seeds/policy.md/a.txt": "a folder named like the text"}),
    "source-large": Case({"seeds/policy.md": b"#" * (17 * 1024 * 1024)}),
    "source-outside": Case({"measures.yaml": SOUND.replace("seeds/policy.md", "../../etc/hostname")}),
    "source-encoding": Case({"seeds/policy.md": POLICY.encode("gbk")}),
}
