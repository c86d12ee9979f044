// A model's folder, and the file of its sources' statements.
#include <algorithm>

#include "fuzz/target.h"
#include "process/process.h"

namespace radslag::fuzz {
namespace {

using process::Complaint;
using process::ModelFile;

// model.toml, and behind this mark the texts of one language; without it those of the small model.
constexpr std::string_view mark = "\n# texts\n";

std::vector<ModelFile> folder(std::string_view bytes) {
    static auto const texts = file("tests/process/small/texts.toml");
    auto const cut = bytes.find(mark);
    auto const own = cut == bytes.npos ? texts : std::string(bytes.substr(cut + mark.size()));
    return {{"models/small/1/model.toml", std::string(bytes.substr(0, cut))},
            {"models/small/1/texts.sv.toml", own},
            {"models/small/1/texts.da.toml", texts},
            {"models/small/1/texts.en.toml", texts}};
}

void check(process::Complaints const& complaints, std::vector<ModelFile> const& files) {
    must(!complaints.empty(), "a no is told why");
    for (auto const& one : complaints) {
        must(one.line >= 1 && one.column >= 1, "a place in the file");
        must(!one.cause.empty() && !one.remedy.empty(), "what is wrong and what would be right");
        must(is_utf8(process::write_complaint(one)), "it can be shown");
        must(process::write_complaint(one).find('\n') == std::string::npos, "in one line");
        auto const at = std::ranges::find(files, one.file, &ModelFile::path);
        must(at != files.end(), "of a file that was handed in");
        auto const lines = std::ranges::count(at->content, '\n') + 1;
        must(one.line <= lines + 1, "within the file");
    }
}

void play(std::string_view bytes) {
    auto const files = folder(bytes);
    auto const model = process::read_model(files);
    if (model) {
        for (auto language : process::whole_languages)
            must(!process::explain(*model, language).empty(), "a model can be explained");
    } else {
        check(model.error(), files);
        must(process::read_model(files).error() == model.error(), "the same complaints again");
    }
    ModelFile const statements{"models/requirements.toml", std::string(bytes)};
    auto const requirements = process::read_requirements(statements);
    if (!requirements) check(requirements.error(), {statements});
}

Texts seeds() {
    auto const model = file("tests/process/small/model.toml");
    Texts all{model, model + std::string(mark) + file("tests/process/small/texts.toml"),
              file("tests/process/small/requirements.toml")};
    for (auto& one : files_below("models", "/model.toml")) all.push_back(std::move(one));
    return all;
}
Texts words() {
    Texts all{"[[stage]]\n",
              "id = \"",
              "[[",
              "]]",
              "\"\"\"",
              "'''",
              "a.b.c.d = 1\n",
              "\\u0000",
              "\\U0010FFFF",
              "1979-05-27",
              "inf",
              "0x7fffffffffffffff",
              "{",
              "}",
              "# texts\n"};
    for (auto& one : quoted_in("tests/process/small/model.toml")) all.push_back(std::move(one));
    return all;
}

Joins const joins({"model", play, seeds, words, 40});

} // namespace
} // namespace radslag::fuzz
