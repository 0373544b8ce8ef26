"""What leaders are answered, wherever they read it."""

ANSWERS = {
    "answers.nothing": ("没有符合条件的指标", "No target matches"),
    "answers.all-on-time": ("{total}项指标全部按时", "All {total:target is|targets are} on time"),
    "answers.headline": (
        "{total}项指标中，{green}项按时，占{share}；其余{rest}",
        "{green} of {total} targets are on time ({share}); of the others {rest}",
    ),
    "answers.red": ("{count}项严重滞后或逾期", "{count:is|are} far behind or overdue"),
    "answers.yellow": ("{count}项滞后", "{count:is|are} behind"),
    "answers.grey": ("{count}项未报送", "{count:is|are} silent"),
    "answers.pending": ("{count}项未到考核期", "{count:is|are} not yet due"),
}
