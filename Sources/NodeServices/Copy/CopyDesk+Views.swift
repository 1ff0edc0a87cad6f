import Ports
import ReplicaLogic
import Vocabulary

/// A view of the peer's that cannot be read stops its own item and no other.
extension CopyDesk {
    /// Whether a failure speaks of one table rather than of the connection.
    static func isOfOneTable(_ failure: FeedFailure) -> Bool {
        switch failure {
        case .viewInvalid, .refused: true
        case .unreachable, .retry: false
        }
    }

    /// Stops an item whose view cannot be read, for as long as the peer needs to make it anew; true where that was it.
    mutating func failure(_ failure: FeedFailure, concerns name: ItemName) -> Bool {
        guard Self.isOfOneTable(failure) else { return false }
        let later = service.clock.now() + service.settings.catalogueInterval
        items[name]?.retryAt = later
        stand(name, .notShipped("the peer's view of it cannot be read: \(failure.words)"))
        refreshSoon()
        return true
    }

    /// Asks for news table by table, so that the one that cannot answer is found.
    mutating func newsOneByOne(
        _ questions: [(table: FeedTable, after: FeedPosition)], origin: FeedOrigin
    ) async throws(FeedFailure) -> Set<TableName> {
        var news: Set<TableName> = []
        for question in questions {
            do {
                news.formUnion(try await service.peer.news(in: [question], origin: origin))
            } catch  where failure(error, concerns: question.table.item) {
                continue
            }
        }
        return news
    }
}
