import Foundation
import Glibc

/// The files and sockets that this process has open.
package enum OpenDescriptors {
    /// From here on no program that is started gets those that are open now: a socket that a child holds, too, stays
    /// open although this process has closed it.
    package static func keepFromChildren() {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd")) ?? []
        for descriptor in names.compactMap({ Int32($0) }) where descriptor > STDERR_FILENO {
            _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
        }
    }
}
