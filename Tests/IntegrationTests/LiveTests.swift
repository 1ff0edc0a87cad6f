import Testing

/// Real daemons and real MariaDBs, one pair after the other: this machine's cores are all they have.
@Suite(.serialized) struct LiveTests {}
