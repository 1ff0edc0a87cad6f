import Foundation

extension Array where Element == Double {
    /// The middle value.
    var median: Double { quantile(0.5) }

    /// The value below which `fraction` of all lie.
    func quantile(_ fraction: Double) -> Double {
        let ordered = sorted()
        guard let last = ordered.last else { return 0 }
        let place = Int((Double(count) * fraction).rounded(.up)) - 1
        return place < count ? ordered[Swift.max(0, place)] : last
    }
}
