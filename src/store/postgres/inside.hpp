#pragma once
// What a connection and its statements share; only for this folder.
#include "store/postgres/connection.hpp"
#include "store/postgres/fail.hpp"
#include "store/postgres/prepared.hpp"
#include <functional>
#include <unordered_map>

namespace openmasa::store::postgres {

struct Connection::Inside {
    struct Hash : std::hash<std::string_view> {
        using is_transparent = void;
    };
    std::string address, schema;
    PGconn* handle = nullptr;
    std::unordered_map<std::string, std::unique_ptr<Prepared>, Hash, std::equal_to<>> statements;
    std::int64_t prepared_so_far = 0;
    int changes = 0;
    /// Whether rows are taken one by one: in a transaction that only reads. Where something is
    /// written they come whole, so that a conflict shows before anything is made of them.
    bool reads_only = false;
    /// The statement whose rows are still on their way; only one can be.
    Prepared* under_way = nullptr;

    ~Inside() {
        under_way = nullptr;
        statements.clear();
        PQfinish(handle);
    }
    /// Before anything else is asked of the server.
    void make_way() {
        if (under_way) under_way->take_the_rest();
    }
    Answer execute(const std::string& sql) {
        make_way();
        Answer answer(PQexec(handle, sql.c_str()));
        check(handle, answer.get(), sql);
        return answer;
    }
};

} // namespace openmasa::store::postgres
