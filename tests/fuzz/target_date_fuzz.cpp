// Any words are read soundly. To build and run:
//   clang++ -std=c++20 -g -O1 -fsanitize=fuzzer,address,undefined -Isrc
//       tests/fuzz/target_date_fuzz.cpp src/kernel/{day,json,text,target_date*}.cpp -lfmt
//   (without the *_test.cpp files), then ./a.out tests/fuzz/corpus/target_date
#include "kernel/target_date.hpp"
#include "kernel/text.hpp"
#include <cstdint>
#include <cstdlib>

namespace openmasa {
namespace {

using Kind = TargetDate::Kind;

/// A broken promise is what the fuzzer looks for.
void promise(bool kept) {
    if (!kept) std::abort();
}

void check(const TargetDate& target) {
    promise(!target.earliest || !target.latest || *target.earliest <= *target.latest);
    for (const auto& end : {target.earliest, target.latest})
        promise(!end || (*end >= day(1990, 1, 1) && *end < day(2111, 1, 1)));
    promise((target.kind == Kind::recurring) == target.period.has_value());
    promise((target.kind == Kind::milestones) == (target.milestones.size() > 1));
    promise(target.kind != Kind::unknown || (!target.earliest && !target.latest));
    for (const auto& step : target.milestones) {
        promise(step.kind != Kind::milestones);
        check(step);
    }
}

} // namespace
} // namespace openmasa

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace openmasa;
    const std::string_view words(reinterpret_cast<const char*>(data), size);
    const auto target = understand_date(words);
    check(target);
    promise(target.words == trimmed(words));
    promise(understand_date(target.words) == target);
    promise(!meaning(target).empty() || one_line(words).empty());
    return 0;
}
