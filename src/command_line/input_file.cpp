#include "command_line/input_file.hpp"
#include <algorithm>
#include <array>
#include <filesystem>
#include <fmt/format.h>
#include <fstream>

namespace openmasa::command_line {

Result<std::string> read_document(const std::string& path, std::size_t largest) {
    std::error_code problem;
    const auto status = std::filesystem::status(path, problem);
    if (!std::filesystem::exists(status))
        return invalid("file", fmt::format("There is no file {}.", path));
    if (std::filesystem::is_directory(status))
        return invalid("file", fmt::format("{} is a folder. Name the file in it.", path));
    std::ifstream file(path, std::ios::binary);
    if (!file) return invalid("file", fmt::format("You may not read {}.", path));
    std::string document;
    std::array<char, 64 * 1024> piece{};
    while (file && document.size() <= largest) {
        const auto wanted = std::min(piece.size(), largest + 1 - document.size());
        file.read(piece.data(), static_cast<std::streamsize>(wanted));
        document.append(piece.data(), static_cast<std::size_t>(file.gcount()));
    }
    return document;
}

} // namespace openmasa::command_line
