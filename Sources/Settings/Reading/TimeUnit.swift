import Vocabulary

/// The unit a duration is written in.
enum TimeUnit: String, Sendable {
    case milliseconds
    case seconds
    case minutes

    func duration(of number: Int) -> Duration {
        switch self {
        case .milliseconds: .milliseconds(number)
        case .seconds: .seconds(number)
        case .minutes: .seconds(number * 60)
        }
    }

    func count(of duration: Duration) -> Int {
        switch self {
        case .milliseconds: Int(duration.nanoseconds / 1_000_000)
        case .seconds: Int(duration.nanoseconds / 1_000_000_000)
        case .minutes: Int(duration.nanoseconds / 60_000_000_000)
        }
    }
}
