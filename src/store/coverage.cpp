#include "store/coverage.hpp"
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <mutex>
#include <set>
#include <string>

namespace openmasa::store::coverage {
namespace {

struct Log {
    std::FILE* file = nullptr;
    std::mutex mutex;
    std::set<std::string, std::less<>> seen;

    Log() {
        if (const char* path = std::getenv("OPENMASA_QUERY_LOG")) file = std::fopen(path, "a");
    }
    ~Log() {
        if (file) std::fclose(file);
    }
};

} // namespace

void note(std::string_view name) {
    static Log log;
    if (!log.file) return;
    const std::lock_guard lock(log.mutex);
    if (!log.seen.emplace(name).second) return;
    std::fprintf(log.file, "%.*s\n", static_cast<int>(name.size()), name.data());
    std::fflush(log.file);
}

} // namespace openmasa::store::coverage
