import Foundation
import Vocabulary

/// Numbers that the lab's tests print for whoever reads along; no test passes or fails by them.
enum Measures {
    static func note(_ what: String, _ period: Duration) {
        note("\(what): \((period.inSeconds * 100).rounded() / 100) s")
    }

    static func note(_ line: String) { FileHandle.standardError.write(Data("measured: \(line)\n".utf8)) }
}
