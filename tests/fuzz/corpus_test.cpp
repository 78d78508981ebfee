// Every input that a fuzzer started from, or found something with, is a test: each reader reads
// each of its own (tests/fuzz/corpus/NAME) without a complaint. bin/check fuzz puts what it finds
// there.
#include "kernel/test_repository.hpp"
#include <algorithm>
#include <cctype>
#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <iterator>

// CMakeLists.txt gives each fuzz target's function the name of its file.
#define FUZZ_TARGET(name) extern "C" int fuzz_##name(const unsigned char* data, std::size_t size)
FUZZ_TARGET(csv);
FUZZ_TARGET(filter);
FUZZ_TARGET(form);
FUZZ_TARGET(request);
FUZZ_TARGET(target_date);
FUZZ_TARGET(word);
FUZZ_TARGET(xlsx);

namespace openmasa {
namespace {

namespace fs = std::filesystem;

struct Target {
    const char* name;
    int (*read)(const unsigned char*, std::size_t);
};
constexpr Target targets[] = {
    {"csv", fuzz_csv},         {"filter", fuzz_filter},           {"form", fuzz_form},
    {"request", fuzz_request}, {"target_date", fuzz_target_date}, {"word", fuzz_word},
    {"xlsx", fuzz_xlsx}};

fs::path folder() {
    return in_repository("tests/fuzz/corpus");
}

struct Input {
    Target target;
    fs::path path;
};

std::vector<Input> all_inputs() {
    std::vector<Input> inputs;
    for (const auto& target : targets)
        for (const auto& entry : fs::directory_iterator(folder() / target.name))
            inputs.push_back({target, entry.path()});
    std::ranges::sort(inputs, {}, &Input::path);
    return inputs;
}

class Corpus : public testing::TestWithParam<Input> {};

/// A complaint is std::abort(): the last test that is named is the one.
TEST_P(Corpus, Is_read_without_a_complaint) {
    std::ifstream file(GetParam().path, std::ios::binary);
    const std::string content{std::istreambuf_iterator<char>(file), {}};
    EXPECT_EQ(GetParam().target.read(reinterpret_cast<const unsigned char*>(content.data()),
                                     content.size()),
              0);
}

std::string name_of(const testing::TestParamInfo<Input>& info) {
    auto name = std::string(info.param.target.name) + "_" + info.param.path.filename().string();
    std::ranges::replace_if(
        name, [](unsigned char c) { return !std::isalnum(c); }, '_');
    return name;
}

INSTANTIATE_TEST_SUITE_P(Fuzz, Corpus, testing::ValuesIn(all_inputs()), name_of);

TEST(Corpora, Are_there_for_every_reader_and_for_nothing_else) {
    std::size_t folders = 0;
    for (const auto& entry : fs::directory_iterator(folder())) {
        ++folders;
        EXPECT_FALSE(fs::is_empty(entry.path())) << entry.path();
        EXPECT_EQ(std::ranges::count(targets, entry.path().filename().string(), &Target::name), 1)
            << entry.path();
    }
    EXPECT_EQ(folders, std::size(targets));
}

} // namespace
} // namespace openmasa
