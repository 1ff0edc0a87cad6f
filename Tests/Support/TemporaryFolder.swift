import Glibc

/// A folder of its own for one test, removed with everything in it when the test lets go of it.
package final class TemporaryFolder: Sendable {
    package let path: String

    package init() throws {
        var template = Array("/tmp/comxfailover-test-XXXXXX".utf8CString)
        guard let made = mkdtemp(&template) else { throw CannotMake(code: errno) }
        path = String(cString: made)
    }

    deinit { Self.remove(path) }

    package struct CannotMake: Error {
        package let code: Int32
    }

    private static func remove(_ path: String) {
        if let folder = opendir(path) {
            var names: [String] = []
            while let entry = readdir(folder) {
                let name = withUnsafePointer(to: &entry.pointee.d_name) {
                    $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
                }
                if name != ".", name != ".." { names.append(name) }
            }
            closedir(folder)
            for name in names { remove(path + "/" + name) }
            rmdir(path)
        } else {
            unlink(path)
        }
    }
}
