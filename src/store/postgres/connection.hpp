#pragma once
// One connection to PostgreSQL 15 or newer. libpq-fe.h is included in this folder's .cpp files
// only. How it keeps the same promises as SQLite's: docs/decisions/0008.
#include "store/connection.hpp"
#include <memory>

namespace openmasa::store::postgres {

/// "postgresql://..." or "postgres://...", as libpq reads them.
bool is_address(std::string_view address);
/// The address without a password, for people to read.
std::string shown(const std::string& address);

class Connection final : public store::Connection {
public:
    /// Throws Fault: away when nobody answers, unsuitable when it is no server for us.
    explicit Connection(const std::string& address);
    ~Connection() override;

    Statement prepare(std::string_view name, std::string_view text) override;
    void execute(const std::string& sql) override;
    void begin_reading() override;
    void begin_writing() override;
    void commit() override;
    bool in_transaction() const override;
    int changes() const override;
    Engine engine() const override { return Engine::postgresql; }
    const std::string& schema() const override;
    /// Rows that point to a missing one, and indexes that are not valid.
    std::vector<std::string> damage() override;

    /// Makes what writers take turns by, once for a new database.
    void make_turn();
    /// Whether make_turn() has been here.
    bool has_turn();

private:
    friend class Prepared;
    struct Inside;
    void connect();
    void begin(const char* how);
    void forget_statements();
    std::string first_value(const char* sql);

    std::unique_ptr<Inside> inside_;
};

} // namespace openmasa::store::postgres
