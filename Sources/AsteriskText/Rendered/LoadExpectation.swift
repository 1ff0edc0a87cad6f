/// What an Asterisk that has loaded the files shows: asked for after every reload and every start.
///
/// Asterisk answers a reload with success also where it kept its old configuration, so only this tells.
package struct LoadExpectation: Sendable, Hashable {
    /// Names this rendering: the AOR `comxfailover-GENERATION`, the global `COMXFAILOVER_GENERATION`.
    package var generation: String
    /// How many endpoints and AORs are ours, the marker among the AORs.
    package var endpoints: Int
    package var aors: Int
    /// The contexts that the dialplan has from us.
    package var contexts: [String]

    package init(generation: String, endpoints: Int, aors: Int, contexts: [String]) {
        self.generation = generation
        self.endpoints = endpoints
        self.aors = aors
        self.contexts = contexts
    }

    /// The AOR that exists once the SIP files of this rendering are loaded.
    package var markerAOR: String { Self.markerPrefix + generation }

    /// The global variable that holds the generation once the dialplan of this rendering is loaded.
    package static let markerGlobal = "COMXFAILOVER_GENERATION"

    static let markerPrefix = "comxfailover-"
}
