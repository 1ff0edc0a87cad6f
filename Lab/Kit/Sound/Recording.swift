/// What a phone hears, from a moment on: the file that it keeps while it is in a call grows with every sound that
/// arrives, and with nothing else.
package struct Recording: Sendable, Hashable {
    /// The length of the header of a WAVE file as the phone writes it.
    private static let headerSize = 44
    private static let ending = "-dec.wav"

    private let folder: String
    private let file: String?
    private let start: Int

    /// A recording that begins now.
    init(in folder: String) {
        self.folder = folder
        file = Self.newest(in: folder)
        start = file.map { LabFile.size("\(folder)/\($0)") } ?? 0
    }

    /// The sound that has arrived since.
    package var samples: [Int16] {
        guard let current = Self.newest(in: folder) else { return [] }
        let offset = current == file ? max(start, Self.headerSize) : Self.headerSize
        // Samples are two bytes long and begin at an even place.
        let bytes = LabFile.bytes("\(folder)/\(current)", from: offset + offset % 2)
        return stride(from: 0, to: bytes.count - 1, by: 2).map {
            Int16(bitPattern: UInt16(bytes[$0]) | UInt16(bytes[$0 + 1]) << 8)
        }
    }

    /// Names carry the time, so the last one is the newest.
    private static func newest(in folder: String) -> String? {
        LabFile.names(in: folder).filter { $0.hasSuffix(ending) }.max()
    }
}
