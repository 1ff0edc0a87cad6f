import Hummingbird
import NIOCore

/// What travels with one request of a phone: the library's own facts, and the address it came from. No body is read.
package struct PhoneContext: RequestContext, RemoteAddressRequestContext {
    package var coreContext: CoreRequestContextStorage
    package let remoteAddress: SocketAddress?

    package init(source: ApplicationRequestContextSource) {
        coreContext = .init(source: source)
        remoteAddress = source.channel.remoteAddress
    }

    package var maxUploadSize: Int { 0 }

    /// The address without its port.
    var remoteHost: String { remoteAddress?.ipAddress ?? "unknown" }
}
