import Ports
import Vocabulary

/// When a family is looked at again.
struct FamilyWatch {
    /// The table as it was at the last look; another one is a reason to look now.
    var stamp: TelephonyStamp?
    var dueAt = Instant(nanoseconds: 0)
}
