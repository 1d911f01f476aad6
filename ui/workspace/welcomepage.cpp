#include "ui/workspace/welcomepage.h"

#include "core/base/language.h"
#include "core/workspace/profile.h"
#include "ui/context/appcontext.h"
#include "ui/context/uisettings.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/codebox.h"
#include "ui/widgets/iconlabel.h"
#include "ui/widgets/navigator.h"
#include "ui/widgets/pageheader.h"
#include "ui/widgets/scrolling.h"
#include "ui/widgets/segmentedcontrol.h"
#include "ui/widgets/separator.h"
#include "ui/widgets/textlabel.h"
#include "ui/workspace/computercard.h"
#include "ui/workspace/samplerun.h"

#include <QClipboard>
#include <QDir>
#include <QFileDialog>
#include <QGuiApplication>
#include <QScrollArea>
#include <QUrl>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace mooring {

namespace {

constexpr int kSideBelow = 860; ///< px of page width under which the side column goes below

QVBoxLayout *column(QWidget *widget, int spacing)
{
    auto *layout = new QVBoxLayout(widget);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(dp(widget, spacing));
    return layout;
}

/// Characters that leave room for what the command means.
constexpr qsizetype kLongestCommand = 70;

/// Under the home folder as people type it.
QString typedPath(const QString &path)
{
    const QString home = QDir::homePath();
    return path.startsWith(home + u'/') ? u'~' + path.mid(home.size()) : path;
}

std::vector<CodeLine> terminalLines(const QString &sampleFolder, bool withMeaning)
{
    const std::vector<std::pair<QString, QString>> lines{
        {u"mooring init --sample"_s, WelcomePage::tr("a workspace and the sample")},
        {u"mooring run train.py --source %1 --follow"_s.arg(typedPath(sampleFolder)), WelcomePage::tr("with its log")},
        {u"mooring"_s, WelcomePage::tr("this window")}};
    qsizetype longest = 0;
    for (const auto &[command, meaning] : lines)
        longest = std::max(longest, command.size());
    const bool fits = withMeaning && longest <= kLongestCommand;
    std::vector<CodeLine> shown;
    for (const auto &[command, meaning] : lines) {
        CodeLine line{{{fits ? command.leftJustified(longest + 2) : command, Ink::Text, false}}, false};
        if (fits)
            line.runs.push_back({u"# "_s + meaning, Ink::Text2, false});
        shown.push_back(std::move(line));
    }
    return shown;
}

} // namespace

WelcomePage::WelcomePage(const AppContext &context, bool canRunScripts, bool canAttach, QWidget *parent)
    : Page(parent), m_context(context), m_banner(new Banner)
{
    setObjectName(u"welcomePage"_s);
    header()->setTitle(tr("Mooring"));
    header()->hide();
    aboveBody()->addWidget(m_banner);
    auto *body = new QWidget;
    m_columns = new QBoxLayout(QBoxLayout::LeftToRight, body);
    m_columns->setContentsMargins(dp(this, 40), dp(this, 24), dp(this, 40), dp(this, 24));
    m_columns->setSpacing(dp(this, 40));
    m_columns->addWidget(makeMain(canRunScripts, canAttach), 1);
    m_side = makeSide();
    m_columns->addWidget(m_side);
    setBody(scrolling(body));
}

QWidget *WelcomePage::makeMain(bool canRunScripts, bool canAttach)
{
    auto *main = new QWidget;
    QVBoxLayout *layout = column(main, 32);
    layout->addWidget(makeHero());
    if (canRunScripts)
        layout->addWidget(makeStart(canAttach));
    layout->addWidget(makeTerminal());
    layout->addStretch(1);
    return main;
}

QWidget *WelcomePage::makeHero()
{
    auto *hero = new QWidget;
    QVBoxLayout *layout = column(hero, 8);
    layout->addWidget(new TextLabel(u"Mooring"_s, Type::Hero, Ink::Text));
    layout->addWidget(
        paragraph(tr("Run training on your own compute and keep everything: code, log, metrics, outputs.")));
    layout->addSpacing(dp(this, 8));
    m_run = filledButton(tr("Run the sample on this computer"), u"run"_s);
    m_run->setObjectName(u"runSample"_s);
    m_run->setTall(true);
    connect(m_run, &QAbstractButton::clicked, this, &WelcomePage::run);
    auto *help = new TextLabel(tr("Trains a small model in about 20 s. Works offline."), Type::Small, Ink::Text2);
    help->setWordWrap(true);
    auto *row = new QHBoxLayout;
    row->setSpacing(dp(this, 12));
    row->addWidget(m_run);
    row->addWidget(help, 1);
    layout->addLayout(row);
    return hero;
}

QWidget *WelcomePage::makeStart(bool canAttach)
{
    auto *start = new QWidget;
    QVBoxLayout *layout = column(start, 8);
    layout->addWidget(sectionTitle(tr("Start from something of yours")));
    auto *card = new Card;
    auto *row = new QHBoxLayout;
    row->setSpacing(dp(this, 12));
    auto *texts = new QVBoxLayout;
    texts->setSpacing(0);
    texts->addWidget(new TextLabel(tr("Run a script"), Type::Body, Ink::Text));
    texts->addWidget(helpLine(tr("Choose a folder and a script; review the files before anything starts.")));
    Button *choose = edgeButton(tr("Choose folder…"));
    choose->setObjectName(u"chooseFolder"_s);
    row->addWidget(new IconLabel(u"run"_s, 20));
    row->addLayout(texts, 1);
    row->addWidget(choose);
    card->content()->addLayout(row);
    if (canAttach)
        addAttach(card);
    layout->addWidget(card);
    connect(choose, &QAbstractButton::clicked, this, [this] {
        auto *dialog = new QFileDialog(this, tr("Choose the folder with your script"));
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->setFileMode(QFileDialog::Directory);
        dialog->setOption(QFileDialog::ShowDirsOnly);
        connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &folder) {
            m_context.navigator.go(u"new-run?source="_s + QString::fromLatin1(QUrl::toPercentEncoding(folder)));
        });
        dialog->open();
    });
    return start;
}

void WelcomePage::addAttach(Card *card)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(dp(this, 12));
    auto *texts = new QVBoxLayout;
    texts->setSpacing(0);
    texts->addWidget(new TextLabel(tr("Attach a machine"), Type::Body, Ink::Text));
    texts->addWidget(helpLine(tr("Train where the GPU is; each check shows what it asked and what came back.")));
    Button *attach = edgeButton(tr("Attach…"));
    attach->setObjectName(u"attachTarget"_s);
    row->addWidget(new IconLabel(u"server"_s, 20));
    row->addLayout(texts, 1);
    row->addWidget(attach);
    card->content()->addWidget(new Separator);
    card->content()->addLayout(row);
    connect(attach, &QAbstractButton::clicked, this, [this] { m_context.navigator.go(u"attach"_s); });
}

QWidget *WelcomePage::makeTerminal()
{
    auto *terminal = new QWidget;
    QVBoxLayout *layout = column(terminal, 4);
    CodeBox *code = m_terminal = new CodeBox;
    code->setObjectName(u"terminalCommands"_s);
    code->setAccessibleName(tr("The same from a terminal"));
    code->setLines(terminalLines(m_context.profile.sampleFolder(), true));
    Button *copy = flatButton(tr("Copy"), u"edit-copy"_s);
    copy->setObjectName(u"copyTerminal"_s);
    connect(copy, &QAbstractButton::clicked, code, &CodeBox::copy);
    auto *head = new QHBoxLayout;
    head->addWidget(sectionTitle(tr("The same from a terminal")), 1);
    head->addWidget(copy);
    layout->addLayout(head);
    layout->addWidget(code);
    return terminal;
}

QWidget *WelcomePage::makeSide()
{
    auto *side = new QWidget;
    side->setFixedWidth(dp(this, 304));
    QVBoxLayout *layout = column(side, 8);
    m_computer = new ComputerCard(m_context);
    auto *language = new SegmentedControl(tr("Language"));
    language->setObjectName(u"language"_s);
    language->addChoice(u"en"_s, u"English"_s);
    language->addChoice(u"ko"_s, u"한국어"_s);
    language->setCurrent(languageInUse());
    connect(language, &SegmentedControl::chosen, this, [this](const QString &id) {
        UiSettings::Choices choices = m_context.settings.choices();
        choices.language = id;
        m_context.settings.choose(choices);
    });
    auto *languageRow = new QHBoxLayout;
    languageRow->addWidget(language);
    languageRow->addStretch(1);
    layout->addWidget(sectionTitle(tr("This computer")));
    layout->addWidget(m_computer);
    layout->addSpacing(dp(this, 16));
    layout->addWidget(sectionTitle(tr("Language")));
    layout->addLayout(languageRow);
    layout->addWidget(
        helpLine(tr("Changes at once. Nothing is sent anywhere: no account, no telemetry, no update check.")));
    layout->addStretch(1);
    return side;
}

void WelcomePage::run()
{
    m_banner->clear();
    m_run->setEnabled(false);
    runSample(m_context, this, [this](const std::optional<Error> &error) {
        m_run->setEnabled(true);
        if (error)
            m_banner->tell(Tone::Fail, tr("The sample was not started."), error->text());
    });
}

void WelcomePage::shown() { m_computer->read(); }

void WelcomePage::refresh() { m_computer->read(); }

void WelcomePage::workspaceChanged() { m_computer->read(); }

void WelcomePage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    const bool narrow = width() < dp(this, kSideBelow);
    if (narrow != (m_columns->direction() == QBoxLayout::TopToBottom))
        m_terminal->setLines(terminalLines(m_context.profile.sampleFolder(),
                                           !narrow)); // what each line does gives way to the line itself
    // A column of its own width would get its height at another one.
    m_side->setMinimumWidth(narrow ? 0 : dp(this, 304));
    m_side->setMaximumWidth(narrow ? QWIDGETSIZE_MAX : dp(this, 304));
    m_columns->setDirection(narrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    const int edge = dp(this, narrow ? 24 : 40);
    m_columns->setContentsMargins(edge, dp(this, 24), edge, dp(this, 24));
}

} // namespace mooring
