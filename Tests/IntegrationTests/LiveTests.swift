import IntegrationKit
import Testing

/// Real daemons and real MariaDBs, two pairs at a time: this machine's cores are all they have.
@Suite(.livePairs(2)) struct LiveTests {}
