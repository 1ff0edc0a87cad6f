import Testing

/// The copy on real servers: two throwaway MariaDBs that all suites below share, one test at a time.
@Suite(.copyServers, .serialized) struct ReplicaTests {}
