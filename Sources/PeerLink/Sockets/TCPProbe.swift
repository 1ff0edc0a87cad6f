import NIOCore
import NIOPosix
import Ports
import Vocabulary

/// Knocks at TCP ports of third hosts: opens a connection, sends nothing, closes it.
package struct TCPProbe: WitnessPort {
    private let group: any EventLoopGroup

    package init(group: any EventLoopGroup) { self.group = group }

    package func knock(host: String, port: Int, timeout: Duration) async -> WitnessAnswer {
        do {
            let address = try await AddressBook.address(of: host, port: port)
            let connecting = ClientBootstrap(group: group)
                .connectTimeout(.nanoseconds(timeout.nanoseconds))
                .connect(to: address)
            let channel = try await connecting.get()
            channel.close(promise: nil)
            return .accepted
        } catch {
            return SystemError.isRefusal(error) ? .refused : .silent(SystemError.words(for: error))
        }
    }
}
