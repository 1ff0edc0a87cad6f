/// A stretch of a file's machine code in a process's memory: never written to, and there again from its file whenever
/// it is needed.
package struct MappedCode: Sendable, Hashable {
    /// Addresses in memory, bytes.
    package let addresses: Range<UInt>
    /// The file, such as `/usr/bin/comxfailover`.
    package let file: String

    package init(addresses: Range<UInt>, file: String) {
        self.addresses = addresses
        self.file = file
    }

    /// What of a process's memory is code.
    ///
    /// - Parameter maps: the lines of `/proc/PID/maps`: addresses, rights, offset, device, inode, file.
    package static func stretches(in maps: String) -> [MappedCode] { maps.split(separator: "\n").compactMap(stretch) }

    private static func stretch(_ line: Substring) -> MappedCode? {
        let fields = line.split(separator: " ", maxSplits: 5)
        guard fields.count == 6, fields[1] == "r-xp" else { return nil }
        let file = String(fields[5].drop { $0 == " " })
        let ends = fields[0].split(separator: "-").map { UInt($0, radix: 16) }
        guard file.hasPrefix("/"), ends.count == 2, let first = ends[0], let last = ends[1], first < last else {
            return nil
        }
        return MappedCode(addresses: first..<last, file: file)
    }
}
