import MariaTestKit
import Testing

/// The suites below need a real MariaDB; they share one throwaway server, each test in a schema of its own.
@Suite(.throwawayServer) struct MariaStoreTests {}
