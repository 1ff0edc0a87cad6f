import Foundation
import Hummingbird
import NIOCore
import Ports
import Vocabulary

extension APIContext {
    /// The item named in the path.
    func itemName() throws -> ItemName {
        try ItemName(reading: parameters.require("name"))
    }
}

extension Request {
    /// A query parameter that is `true` or `false`; absent means `absent`.
    func flag(_ name: String, absent: Bool) throws -> Bool {
        guard let text = uri.queryParameters[Substring(name)] else { return absent }
        guard let value = Bool(String(text)) else {
            throw ConsoleFailure.invalid("\(name) is true or false, not `\(text)`")
        }
        return value
    }

    /// The body as a value; says which key is wrong where it is not one.
    func value<Value: Decodable>(
        _ type: Value.Type, upTo sizeMax: Int = APILimits.bodySizeMax
    ) async throws -> Value {
        let bytes = try await body.collect(upTo: sizeMax)
        do {
            return try JSONDecoder().decode(type, from: Data(bytes.readableBytesView))
        } catch let error as DecodingError {
            throw ConsoleFailure.invalid("the request body is wrong: \(error.words)")
        }
    }
}

extension ItemName {
    /// Reads a name from outside, or says what a name looks like.
    init(reading text: some StringProtocol) throws {
        guard let name = ItemName(String(text)) else {
            let rule = "lower-case letters, digits and hyphens, a letter first, at most \(Self.lengthMax) characters"
            throw ConsoleFailure.invalid("`\(text)` is not an item name; one has \(rule)")
        }
        self = name
    }
}

extension DecodingError {
    /// What was wrong and under which key, in one line.
    fileprivate var words: String {
        switch self {
        case .keyNotFound(let key, _): "the key `\(key.stringValue)` is missing"
        case .typeMismatch(_, let context), .valueNotFound(_, let context), .dataCorrupted(let context):
            "\(context.codingPath.map(\.stringValue).joined(separator: ".")): \(context.debugDescription)"
        @unknown default: "it could not be read"
        }
    }
}
