import Foundation

/// The lab's small files.
enum LabFile {
    private static let tailLines = 12

    static func make(_ folders: [String]) throws(LabFailure) {
        for folder in folders {
            do {
                try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            } catch {
                throw .unusable("\(folder) cannot be made: \(error.localizedDescription)")
            }
        }
    }

    static func write(_ text: String, to path: String) throws(LabFailure) { try write(Array(text.utf8), to: path) }

    static func write(_ bytes: [UInt8], to path: String) throws(LabFailure) {
        do {
            try Data(bytes).write(to: URL(fileURLWithPath: path), options: .atomic)
        } catch {
            throw .unusable("\(path) cannot be written: \(error.localizedDescription)")
        }
    }

    static func text(_ path: String) -> String? { try? String(contentsOfFile: path, encoding: .utf8) }

    /// The last lines of a log, for a failure's words.
    static func tail(_ path: String) -> String {
        let data = FileManager.default.contents(atPath: path) ?? Data()
        return String(decoding: data, as: UTF8.self).split(separator: "\n").suffix(tailLines).joined(separator: "\n")
    }

    static func names(in folder: String) -> [String] {
        (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    }

    static func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: path) }

    static func remove(_ path: String) { try? FileManager.default.removeItem(atPath: path) }

    /// The bytes of a file from a place on; empty where there are none.
    static func bytes(_ path: String, from offset: Int) -> [UInt8] {
        guard let handle = FileHandle(forReadingAtPath: path) else { return [] }
        defer { try? handle.close() }
        guard (try? handle.seek(toOffset: UInt64(offset))) != nil else { return [] }
        return ((try? handle.readToEnd()) ?? nil).map { Array($0) } ?? []
    }

    static func size(_ path: String) -> Int {
        ((try? FileManager.default.attributesOfItem(atPath: path))?[.size] as? Int) ?? 0
    }
}
