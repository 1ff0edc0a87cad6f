import Foundation

extension AsteriskInstance {
    /// The part of `pjsip.conf` that every instance begins with: the transports at its address.
    package var transports: String { AsteriskFiles.transports(place) }

    /// A file of the configuration.
    package func text(_ name: String) throws -> String {
        try String(contentsOfFile: configuration + "/" + name, encoding: .utf8)
    }

    /// Returns once Asterisk has brought a text of its database to the disk, which it does within about a second.
    package func databaseHolds(_ text: String) async throws {
        let clock = ContinuousClock()
        let end = clock.now + Self.bootMax
        let path = folder + "/database/astdb.sqlite3"
        while clock.now < end {
            // Pages are written before the transaction is complete, which it is when its journal is gone.
            if let bytes = FileManager.default.contents(atPath: path), bytes.range(of: Data(text.utf8)) != nil,
                !FileManager.default.fileExists(atPath: path + "-journal")
            {
                return
            }
            try await clock.sleep(for: .milliseconds(50))
        }
        throw AsteriskKitFailure.neverWritten(text)
    }
}
