import Ports

/// A node in memory that tells who does what.
package struct MemoryFailoverConsole: FailoverConsolePort {
    package var report: ServicesReport

    package init(report: ServicesReport) { self.report = report }

    package func services() async -> ServicesReport { report }
}
