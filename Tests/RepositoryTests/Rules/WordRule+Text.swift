extension WordRule {
    /// What no text of the repository must say. The patterns are cut in two so that they do not find themselves.
    static let text: [WordRule] = [
        WordRule(
            "a word for unequal servers", #"\b([Mm]as"# + #"ter|[Ss]la"# + #"ve)s?\b"#, in: .everything,
            cure: "Primary and Secondary, owner, source and reader",
            bad: "the mas" + "ter copies", good: "the owner copies, sla" + "ve_parallel_mode"),
        WordRule(
            "a note to oneself", #"\b(TO"# + #"DO|FIX"# + #"ME|XX"# + #"X)\b"#, in: .everything,
            cure: "do it, or write it down where work is planned", bad: "// TO" + "DO: later", good: "// later"),
        WordRule(
            "a path of one machine", #"(?<![\w.$}~])/(wo"# + #"rk|ho"# + #"me|ro"# + #"ot|Us"# + #"ers)/\w"#,
            in: .everything,
            cure: "a path from the root of the repository, or a setting",
            bad: "see /wo" + "rk/main", good: "see Docs/wo" + "rk/main"),
        WordRule(
            "a tab", "\t", in: .everything, cure: "four spaces", bad: "a\tb", good: "a    b",
            holds: { $0.name != "Makefile" }),
        WordRule(
            "a trailing blank", "[ \t\r]+$", in: .everything, cure: "take it away (make format)", bad: "a ",
            good: " a"),
    ]

    /// SQL stands in the store alone.
    static let sql = WordRule(
        "SQL outside MariaStore",
        #"\b(SELECT\s.+\sFROM|INSERT (IGNORE )?INTO|REPLACE INTO|DELETE FROM|UPDATE\s+\S+\s+SET|"#
            + #"(CREATE|ALTER|DROP) (OR REPLACE )?(TABLE|TRIGGER|VIEW|DATABASE|USER))\b"#,
        in: .strings, cure: "put it into Sources/MariaStore behind a port",
        bad: "let a = \"DELETE FROM rooms\"", good: "let a = \"select the rooms\" // DELETE FROM rooms",
        holds: {
            !$0.isIn("Sources/MariaStore", "Tests", "Demo", "Benchmarks", "Sources/Demo", "Sources/Benchmarks")
        })

    static let all = code + text + [sql]
}
