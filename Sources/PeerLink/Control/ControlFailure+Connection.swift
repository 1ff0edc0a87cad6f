import NIOCore
import NIOPosix
import NIOSSL
import Ports
import Wire

extension ControlFailure {
    /// Why a connection could not be made.
    init(connectError error: any Error) {
        if let failure = error as? ControlFailure {
            self = failure
        } else if SystemError.isRefusal(error) {
            self = .portClosed
        } else if SystemError.isSilence(error) {
            self = .silent(SystemError.words(for: error))
        } else if error is NIOSSLError || error is BoringSSLError {
            self = .encryption("this node's own certificates: \(error)")
        } else {
            self = .other(SystemError.words(for: error))
        }
    }

    /// Why a connection broke, before or after the TLS handshake was done on this side.
    init(connectionError error: any Error, isSecure: Bool) {
        if let failure = error as? ControlFailure {
            self = failure
            return
        }
        if let error = error as? ControlFrameError {
            self = .other("the peer sent what is not the control protocol: \(error)")
            return
        }
        switch TLSVerdict(error) {
        case .secretMismatch: self = .secretMismatch
        case .ended: self = .shutOut
        case .encryption(let words): self = .encryption(words)
        case nil where isSecure: self = .lost(SystemError.words(for: error))
        case nil where SystemError.isSilence(error): self = .silent(SystemError.words(for: error))
        case nil: self = .shutOut
        }
    }

    /// The peer hung up before a word was said.
    private static let shutOut = ControlFailure.other(
        "the peer closed the connection at once; is this node's address the one that its settings name?")
}
