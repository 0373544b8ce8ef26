"""What git says where it cannot go on, in the C locale: by these words its reasons are told apart."""

# What it says -> the code of our own sentence, which gives advice. The first match wins.
KNOWN = (
    ("please tell me who you are", "git-identity"),
    ("unable to auto-detect email", "git-identity"),
    ("empty ident", "git-identity"),
    ("no email was given", "git-identity"),
    ("no name was given", "git-identity"),
    # Before the locks: the other end speaks of its own.
    ("(fetch first)", "git-behind"),
    ("(non-fast-forward)", "git-behind"),
    ("(stale info)", "git-behind"),
    ("(already exists)", "git-behind"),
    ("(failed to update ref)", "git-behind"),
    ("(incorrect old value provided)", "git-behind"),
    (".lock': file exists", "git-lock"),
    ("cannot lock ref", "git-lock"),
    ("cannot do a partial commit during", "git-merge"),
    ("because you have unmerged files", "git-merge"),
    ("dubious ownership", "git-ownership"),
    ("ignored by one of your .gitignore", "git-ignored"),
    ("lazy fetching disabled", "git-partial"),
    ("promisor remote", "git-partial"),
    ("couldn't find remote ref", "git-no-ref"),
    ("host identification has changed", "git-host-changed"),
    ("host key verification failed", "git-unknown-host"),
    ("certificate verification failed", "git-certificate"),
    ("ssl certificate problem", "git-certificate"),
    ("no alternative certificate subject name matches", "git-certificate"),
    ("returned error: 401", "git-credentials"),
    ("returned error: 403", "git-credentials"),
    ("could not read username", "git-credentials"),
    ("repository not found", "git-not-there"),
    ("' not found", "git-not-there"),
    ("returned error: 404", "git-not-there"),
    ("does not appear to be a git repository", "git-not-there"),
    ("could not resolve host", "git-offline"),
    ("failed to connect to", "git-offline"),
    ("no route to host", "git-offline"),
    ("operation timed out", "git-offline"),
    ("network is unreachable", "git-offline"),
    ("connection refused", "git-offline"),
    ("connection timed out", "git-offline"),
    ("terminal prompts disabled", "git-credentials"),
    ("authentication failed", "git-credentials"),
    ("permission denied (", "git-credentials"),
    ("hook declined", "git-declined"),
    ("transport '", "git-protocol"),
    ("usage: git merge-tree", "git-old"),
    ("usage: git init", "git-old"),
    ("unknown option `no-write-fetch-head", "git-old"),
    ("refusing to update checked out branch", "git-checked-out"),
)
# What it says after each failure of ssh, whatever the reason was.
NO_REASON = (
    "could not read from remote repository",
    "please make sure you have the correct access rights",
    "and the repository exists.",
)
# There is a repository, or something like one, that has no files of its own.
NO_FILES = ("not a git repository", "must be run in a work tree", "cannot use bare repository")
# Reasons for which git itself, not a hook, leaves with 1.
NO_HOOK = ("error: pathspec", "nothing to commit", "nothing added to commit", "no changes added")
