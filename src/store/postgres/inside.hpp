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

    ~Inside() {
        statements.clear();
        PQfinish(handle);
    }
    Answer execute(const std::string& sql) {
        Answer answer(PQexec(handle, sql.c_str()));
        check(handle, answer.get(), sql);
        return answer;
    }
};

} // namespace openmasa::store::postgres
