import Vocabulary

extension ControlRequest {
    /// Asks the owner of a scope to begin to give it back: an operator wants so at its home.
    package struct GiveBack: Sendable, Hashable {
        package let scope: Scope

        package init(scope: Scope) { self.scope = scope }

        init?(from reader: inout ByteReader) {
            guard let scope = reader.read(UInt8.self).flatMap(Scope.init(number:)) else { return nil }
            self.init(scope: scope)
        }

        func write(to writer: inout ByteWriter) { writer.write(scope.number) }
    }
}
