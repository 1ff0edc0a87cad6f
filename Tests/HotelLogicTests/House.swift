import HotelLogic
import Testing

/// A house under construction: edits in one line each.
struct House {
    var configuration = TelephonyConfiguration()
    private var drawn = 0

    /// Carries out an edit that must be right.
    @discardableResult
    mutating func edit(
        _ action: TelephonyEdit.Action, _ kind: TelephonyKind, _ keys: [String], _ fields: [String: String] = [:]
    ) throws -> TelephonyReceipt {
        let edit = try TelephonyEdit(action, kind, keys: keys, fields: fields)
        var drawn = drawn
        defer { self.drawn = drawn }
        return try configuration.apply(edit) {
            drawn += 1
            return "drawn-\(drawn)-secret"
        }
    }

    /// Carries out an edit that must be refused without a change, and gives the reasons.
    mutating func refusal(
        _ action: TelephonyEdit.Action, _ kind: TelephonyKind, _ keys: [String], _ fields: [String: String] = [:]
    ) -> [String] {
        let before = configuration
        do {
            try edit(action, kind, keys, fields)
            return []
        } catch let refusal as TelephonyRefusal {
            #expect(configuration == before)
            return refusal.lines
        } catch {
            return ["\(error)"]
        }
    }

    /// Imports a file, and gives the reasons against it.
    mutating func importing(_ text: String, updating: Bool = false) -> [String] {
        let before = configuration
        do throws(TelephonyRefusal) {
            let edit = try TelephonyEdit(importing: text, .extensions, updating: updating)
            try configuration.apply(edit) { "drawn-by-import" }
            return []
        } catch {
            #expect(configuration == before)
            return error.lines
        }
    }

    func entry(_ number: String) throws -> ExtensionEntry {
        try #require(configuration.extensions.first { $0.number == number })
    }
}
