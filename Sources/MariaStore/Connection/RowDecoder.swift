import CMariaDB
import Vocabulary

/// Turns the rows of one result into values, straight from the network buffer and without a copy between.
///
/// The client library calls back once per column with the position of its value; whatever a column's length
/// says, nothing behind the network buffer is ever read.
final class RowDecoder {
    private let columns: [ResultColumn]
    private let names: [String]
    private let connection: UnsafeMutablePointer<MYSQL>
    private var values: [MariaValue] = []
    private var isMalformed = false

    /// Reads the columns of the result that the statement's last execution produced.
    init(of statement: UnsafeMutablePointer<MYSQL_STMT>) {
        let fields = UnsafeBufferPointer(
            start: mariadb_stmt_fetch_fields(statement), count: Int(mysql_stmt_field_count(statement)))
        columns = fields.map(ResultColumn.init)
        names = columns.map(\.name)
        connection = statement.pointee.mysql
    }

    /// Makes the statement's fetches call this decoder, which must outlive them.
    func attach(to statement: UnsafeMutablePointer<MYSQL_STMT>) {
        let decoded: ps_result_callback = { context, column, row in
            guard let context else { preconditionFailure("a row was decoded without its decoder") }
            Unmanaged<RowDecoder>.fromOpaque(context).takeUnretainedValue().decode(Int(column), row)
        }
        mysql_stmt_attr_set(statement, STMT_ATTR_CB_USER_DATA, Unmanaged.passUnretained(self).toOpaque())
        mysql_stmt_attr_set(statement, STMT_ATTR_CB_RESULT, unsafeBitCast(decoded, to: UnsafeRawPointer.self))
    }

    /// Ends that.
    func detach(from statement: UnsafeMutablePointer<MYSQL_STMT>) {
        mysql_stmt_attr_set(statement, STMT_ATTR_CB_RESULT, nil)
        mysql_stmt_attr_set(statement, STMT_ATTR_CB_USER_DATA, nil)
    }

    /// The row that the last fetch decoded, or nil where its bytes made no sense.
    func takeRow() -> MariaRow? {
        defer { values = [] }
        guard !isMalformed, values.count == columns.count else { return nil }
        return MariaRow(columns: names, values: values)
    }

    private func decode(_ column: Int, _ row: UnsafeMutablePointer<UnsafeMutablePointer<UInt8>?>?) {
        if values.isEmpty { values.reserveCapacity(columns.count) }
        guard let row, let position = row.pointee, !isMalformed else { return values.append(.null) }
        var bytes = BoundedBytes(from: position, to: connection.pointee.net.buff_end)
        guard column < columns.count, let value = columns[column].value(from: &bytes) else {
            isMalformed = true
            return
        }
        values.append(value)
        row.pointee = position + (bytes.position - UnsafeRawPointer(position))
    }
}
