#pragma once
// One connection to a database, of either engine. What differs between SQLite and PostgreSQL stands
// behind this, in sqlite/ and postgres/; the rest of the store knows only texts and Statements.
#include "store/dialect.hpp"
#include "store/statement.hpp"
#include <string>
#include <string_view>
#include <vector>

namespace openmasa::store {

class Connection {
public:
    Connection() = default;
    virtual ~Connection() = default;
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    /// A prepared statement for this text, kept for the next time.
    virtual Statement prepare(std::string_view name, std::string_view text) = 0;
    /// Runs statements that have no arguments and give no rows.
    virtual void execute(const std::string& sql) = 0;
    /// Begins a transaction that sees one moment's state. A connection that was lost since the last
    /// one is made again first: nothing depended on it yet.
    virtual void begin_reading() = 0;
    /// Begins the one transaction that may write now, whoever else there is; likewise made again.
    virtual void begin_writing() = 0;
    /// Throws when it is not on the disk.
    virtual void commit() = 0;
    virtual bool in_transaction() const = 0;
    /// Rows changed by the last statement.
    virtual int changes() const = 0;
    virtual Engine engine() const = 0;
    /// Where the tables stand: what qualifies a table's name.
    virtual const std::string& schema() const = 0;
    /// What the engine's own checks find broken; empty when all is well.
    virtual std::vector<std::string> damage() = 0;
};

} // namespace openmasa::store
