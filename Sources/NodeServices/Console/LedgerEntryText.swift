import Foundation
import Ports

/// A ledger entry as it travels to the owner of its row.
enum LedgerEntryText {
    static func text(of entry: ConflictReport) -> String? {
        guard let data = try? JSONEncoder().encode(entry) else { return nil }
        return String(decoding: data, as: UTF8.self)
    }

    static func entry(in text: String) -> ConflictReport? {
        try? JSONDecoder().decode(ConflictReport.self, from: Data(text.utf8))
    }
}
