/// Addresses of this machine that hardly any other test uses at the same time, so that ports can be the real ones.
enum LoopbackAddress {
    static func random() -> String {
        "127.\(Int.random(in: 1...254)).\(Int.random(in: 0...255)).\(Int.random(in: 1...254))"
    }
}
