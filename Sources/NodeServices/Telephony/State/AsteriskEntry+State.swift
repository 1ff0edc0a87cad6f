import AsteriskText
import Ports

extension AsteriskEntry {
    /// An entry that the dialplan reads.
    init(_ key: StateKey, value: String) { self.init(family: key.family, key: key.key, value: value) }
}
