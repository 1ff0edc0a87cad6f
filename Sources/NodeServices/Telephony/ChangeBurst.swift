import Ports
import Vocabulary

/// Changes that follow each other closely, as an import makes them row by row. Asterisk reads its files once for all of
/// them: each reading lets its phones wait.
struct ChangeBurst {
    /// After so long without another change the burst is over.
    static let quietFor = Duration.milliseconds(200)
    /// One that does not end is cut into pieces of this length, so that what was changed first does not wait for ever.
    static let lengthMax = Duration.seconds(1)

    let store: any TelephonyStorePort
    let clock: any ClockPort

    /// Returns once no further change follows `stamp`, or the burst is long enough; gives the stamp at that moment.
    func end(_ stamp: TelephonyStamp) async throws(TelephonyFailure) -> TelephonyStamp {
        let limit = clock.now() + Self.lengthMax
        var last = stamp
        while clock.now() < limit {
            do { try await clock.sleep(for: Self.quietFor) } catch { break }
            let next = try await store.stamp()
            if next == last { break }
            last = next
        }
        return last
    }
}
