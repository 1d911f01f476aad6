#include "ui/runs/wizard/filesside.h"

#include "core/base/text.h"
#include "ui/widgets/button.h"
#include "ui/widgets/codebox.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/glyphlabel.h"
#include "ui/widgets/separator.h"
#include "ui/widgets/textlabel.h"

#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace mooring {

namespace {

constexpr size_t mostRules = 8;

void empty(QLayout *layout)
{
    while (QLayoutItem *item = layout->takeAt(0)) {
        if (item->widget())
            item->widget()->deleteLater();
        if (item->layout())
            empty(item->layout());
        delete item;
    }
}

QWidget *ruleRow(const RuleWeight &weight, QWidget *parent)
{
    auto *row = new QWidget(parent);
    auto *line = new QHBoxLayout(row);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(dp(parent, 8));
    auto *left = new QVBoxLayout;
    left->setSpacing(0);
    left->addWidget(new ElidedLabel(displayPath(weight.rule.pattern), Type::MonoSmall, Ink::Text, row));
    const QString where =
        weight.rule.isAlways()
            ? FilesSide::tr("always")
            : FilesSide::tr("%1, line %2", "a file").arg(displayPath(weight.rule.file)).arg(weight.rule.line);
    left->addWidget(new ElidedLabel(where, Type::Small, Ink::Text2, row));
    line->addLayout(left, 1);
    const QString files = FilesSide::tr("%n files", nullptr, int(weight.files));
    const QString all = FilesSide::tr("%1, %2", "files, size").arg(files, humanSize(weight.size));
    line->addWidget(
        new TextLabel(weight.counted ? all : FilesSide::tr("over %1").arg(all), Type::Small, Ink::Text2, row));
    return row;
}

} // namespace

std::vector<SecretFinding> openSecrets(const SnapshotPlan &plan, const QSet<QByteArray> &harmless)
{
    std::vector<SecretFinding> open;
    for (const SecretFinding &secret : plan.secrets) {
        const bool seen = std::any_of(open.begin(), open.end(),
                                      [&](const SecretFinding &other) { return other.path == secret.path; });
        if (!harmless.contains(secret.path) && !seen)
            open.push_back(secret);
    }
    return open;
}

FilesSide::FilesSide(QWidget *parent) : QWidget(parent), m_column(new QVBoxLayout(this))
{
    setObjectName(u"filesSide"_s);
    m_column->setContentsMargins(dp(this, 16), dp(this, 16), dp(this, 16), dp(this, 16));
    m_column->setSpacing(dp(this, 8));
}

void FilesSide::clear() { empty(m_column); }

void FilesSide::setReport(const FilesReport &report, const QString &target, const QSet<QByteArray> &harmless)
{
    clear();
    if (!report.plan.unreadable.empty())
        addUnreadable(report.plan);
    else
        addSecret(report.plan, target, harmless);
    addRules(report.plan);
    addSince(report);
    m_column->addStretch(1);
}

void FilesSide::addSection(const QString &title)
{
    if (m_column->count()) {
        m_column->addSpacing(dp(this, 4));
        m_column->addWidget(new Separator(Qt::Horizontal, this));
        m_column->addSpacing(dp(this, 4));
    }
    if (!title.isEmpty())
        m_column->addWidget(sectionTitle(title, this));
}

void FilesSide::addFinding(const QByteArray &path, bool isFolder, Glyph glyph, const QString &title,
                           const QString &text, bool mayBeHarmless)
{
    auto *head = new QHBoxLayout;
    head->setSpacing(dp(this, 8));
    head->addWidget(new GlyphLabel(glyph, this), 0, Qt::AlignTop);
    TextLabel *bold = sectionTitle(title, this);
    bold->setObjectName(u"findingTitle"_s);
    bold->setWordWrap(true);
    head->addWidget(bold, 1);
    m_column->addLayout(head);
    m_column->addWidget(paragraph(text, this));
    const QString name = displayPath(path.mid(path.lastIndexOf('/') + 1));
    auto *acts = new QHBoxLayout;
    acts->setSpacing(dp(this, 8));
    const QString shown = name.size() > 20 ? name.left(9) + u'…' + name.right(9) : name;
    Button *leave = edgeButton(tr("Leave out %1", "a file").arg(shown), {}, this);
    leave->setSmall(true);
    leave->setObjectName(u"leaveOut"_s);
    leave->setToolTip(displayPath(path));
    connect(leave, &QPushButton::clicked, this, [this, path, isFolder] { Q_EMIT leaveOutRequested(path, isFolder); });
    acts->addWidget(leave);
    if (mayBeHarmless) {
        Button *harmless = flatButton(tr("It is harmless"), {}, this);
        harmless->setObjectName(u"harmless"_s);
        connect(harmless, &QPushButton::clicked, this, [this, path] { Q_EMIT harmlessChosen(path); });
        acts->addWidget(harmless);
    }
    acts->addStretch(1);
    m_column->addLayout(acts);
    m_column->addWidget(helpLine(tr("Leave out adds one line to .amlignore:"), this));
    auto *diff = new CodeBox({}, this);
    diff->setObjectName(u"ignoreLine"_s);
    diff->setAccessibleName(tr("Line that is added to .amlignore"));
    diff->setLines({{{{u"+ "_s + displayPath(ignorePatternFor(path, isFolder)), Ink::Ok, false}}, false}});
    m_column->addWidget(diff);
    Q_EMIT findingShown(path);
}

void FilesSide::addUnreadable(const SnapshotPlan &plan)
{
    const UnreadableFile &first = plan.unreadable.front();
    addFinding(
        first.path, first.isFolder, Glyph::Failed, tr("%n files cannot be read", nullptr, int(plan.unreadable.size())),
        tr("%1: %2. A run is started only with all its files. Change the permissions, or leave it out.", "path, cause")
            .arg(displayPath(first.path), first.cause),
        false);
}

void FilesSide::addSecret(const SnapshotPlan &plan, const QString &target, const QSet<QByteArray> &harmless)
{
    const std::vector<SecretFinding> open = openSecrets(plan, harmless);
    if (open.empty())
        return;
    const QString path = displayPath(open.front().path);
    const QString text =
        target.isEmpty()
            ? tr("%1 would be copied into the run's folder and stay there with it. Its value is not shown here.")
                  .arg(path)
            : tr("%1 would be readable to everyone with access to %2. Its value is not shown here.").arg(path, target);
    addFinding(open.front().path, false, Glyph::Warning, tr("%n files look like a secret", nullptr, int(open.size())),
               text, true);
}

void FilesSide::addRules(const SnapshotPlan &plan)
{
    addSection(tr("What keeps files here"));
    const std::vector<RuleWeight> rules = rulesByWeight(plan);
    if (rules.empty())
        m_column->addWidget(paragraph(
            tr("Nothing: all files of the folder go along. A line in .amlignore or .gitignore leaves files out."),
            this));
    for (size_t i = 0; i < qMin(rules.size(), mostRules); ++i)
        m_column->addWidget(ruleRow(rules[i], this));
    if (rules.size() > mostRules)
        m_column->addWidget(helpLine(tr("%n more rules", nullptr, int(rules.size() - mostRules)), this));
}

void FilesSide::addSince(const FilesReport &report)
{
    const qint64 files = qint64(report.plan.entries.size());
    if (!report.isCompared) {
        addSection(tr("What is sent"));
        m_column->addWidget(
            paragraph(tr("%n files, %1. Content that the workspace has already is not sent again.", "size", int(files))
                          .arg(humanSize(report.plan.totalSize)),
                      this));
        return;
    }
    if (!report.since) {
        addSection(tr("First run of this folder"));
        m_column->addWidget(
            paragraph(tr("%n files, %1 to copy.", "size", int(files)).arg(humanSize(report.plan.totalSize)), this));
        return;
    }
    const SnapshotComparison &since = *report.since;
    addSection(tr("Since %1", "a run").arg(report.lastRun));
    const QString text =
        tr("%1 changed, %2 new, %3 gone. %4 files are as they were; what differs is %5.", "four counts, a size")
            .arg(humanCount(since.changed), humanCount(since.added), humanCount(qint64(since.gone.size())),
                 humanCount(files - since.changed - since.added), humanSize(since.sizeToSend));
    TextLabel *summary = paragraph(text, this);
    summary->setObjectName(u"sinceSummary"_s);
    m_column->addWidget(summary);
}

} // namespace mooring
