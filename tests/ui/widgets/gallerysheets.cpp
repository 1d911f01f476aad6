#include "tests/ui/widgets/gallerysheets.h"

#include "ui/charts/chart.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/cellroles.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/codebox.h"
#include "ui/widgets/commandbox.h"
#include "ui/widgets/decisiondialog.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/factlist.h"
#include "ui/widgets/form.h"
#include "ui/widgets/glyphlabel.h"
#include "ui/widgets/iconlabel.h"
#include "ui/widgets/ladder.h"
#include "ui/widgets/page.h"
#include "ui/widgets/phasebar.h"
#include "ui/widgets/progressline.h"
#include "ui/widgets/scrolling.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/secretfield.h"
#include "ui/widgets/segmentedcontrol.h"
#include "ui/widgets/separator.h"
#include "ui/widgets/tabbar.h"
#include "ui/widgets/tableview.h"
#include "ui/widgets/tabpages.h"
#include "ui/widgets/textlabel.h"
#include "ui/widgets/wizardpage.h"

#include <QAction>
#include <QBoxLayout>
#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QMenu>
#include <QRadioButton>
#include <QScrollArea>
#include <QStandardItemModel>

#include <cmath>

using namespace Qt::StringLiterals;

namespace mooring::gallery {
namespace {

bool korean = false;

QString say(const QString &english, const QString &other) { return korean ? other : english; }

class SheetWidget : public QWidget
{
public:
    SheetWidget()
    {
        setBackgroundRole(QPalette::Base);
        setAutoFillBackground(true);
    }
};

QHBoxLayout *line(QWidget *parent, QVBoxLayout *column, const QString &label)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(10);
    auto *name = new TextLabel(label, Type::Small, Ink::Text2, parent);
    name->setFixedWidth(dp(name, 84));
    row->addWidget(name);
    column->addLayout(row);
    return row;
}

void states(QWidget *parent, QVBoxLayout *column)
{
    column->addWidget(sectionTitle(say(u"State shapes"_s, u"상태 모양"_s), parent));
    using Pair = std::pair<Glyph, QString>;
    const std::vector<std::pair<QString, std::vector<Pair>>> rows{
        {u"Target"_s,
         {{Glyph::Good, u"Ready"_s},
          {Glyph::Warning, u"Warning"_s},
          {Glyph::Failed, u"Failed"_s},
          {Glyph::Unknown, u"Unknown"_s},
          {Glyph::NotBegun, u"Draft"_s},
          {Glyph::Preparing, u"Checking"_s}}},
        {u"Run, going"_s,
         {{Glyph::NotBegun, u"Not started"_s},
          {Glyph::Preparing, u"Preparing"_s},
          {Glyph::Waiting, u"Queued"_s},
          {Glyph::Running, u"Running"_s},
          {Glyph::Finalizing, u"Finalizing"_s},
          {Glyph::Canceling, u"Canceling"_s}}},
        {u"Run, ended"_s,
         {{Glyph::Good, u"Completed"_s},
          {Glyph::Failed, u"Failed"_s},
          {Glyph::Canceled, u"Canceled"_s},
          {Glyph::Unknown, u"Unknown since 14:02"_s}}},
        {u"Endpoint"_s,
         {{Glyph::Preparing, u"Deploying"_s},
          {Glyph::Serving, u"Running"_s},
          {Glyph::Warning, u"Unhealthy"_s},
          {Glyph::Failed, u"Failed"_s},
          {Glyph::Stopped, u"Stopped"_s}}},
        {u"Rung"_s,
         {{Glyph::Good, u"Passed"_s},
          {Glyph::Warning, u"Warned"_s},
          {Glyph::Failed, u"Failed"_s},
          {Glyph::LeftOut, u"Skipped"_s},
          {Glyph::Revoked, u"Revoked"_s},
          {Glyph::Running, u"Running"_s}}},
    };
    for (const auto &[label, glyphs] : rows) {
        QHBoxLayout *row = line(parent, column, label);
        row->setSpacing(6);
        for (const auto &[glyph, word] : glyphs) {
            row->addWidget(new GlyphLabel(glyph, parent));
            row->addWidget(new TextLabel(word, Type::Body, Ink::Text, parent));
        }
        row->addStretch(1);
    }
    QHBoxLayout *badges = line(parent, column, u"Badge, 24 px"_s);
    badges->addWidget(new Badge(Glyph::Running, say(u"Running, 12 min"_s, u"실행 중, 12분"_s), parent));
    badges->addWidget(new Badge(Glyph::Good, say(u"Completed"_s, u"완료"_s), parent));
    badges->addWidget(new Badge(Glyph::Warning, say(u"Warning"_s, u"경고"_s), parent));
    badges->addWidget(new Badge(Glyph::Failed, say(u"Failed, exit 1"_s, u"실패, 종료 코드 1"_s), parent));
    badges->addWidget(new Badge(Glyph::Unknown, say(u"Unknown"_s, u"알 수 없음"_s), parent));
    badges->addStretch(1);
}

void buttons(QWidget *parent, QVBoxLayout *column)
{
    column->addWidget(sectionTitle(say(u"Buttons"_s, u"버튼"_s), parent));
    QHBoxLayout *row = line(parent, column, u"32 px"_s);
    const QString run = say(u"Run here…"_s, u"여기에서 실행…"_s), again = say(u"Check again"_s, u"다시 검사"_s);
    row->addWidget(filledButton(run, u"run"_s, parent));
    row->addWidget(edgeButton(again, u"view-refresh"_s, parent));
    row->addWidget(dangerButton(say(u"Cancel run…"_s, u"실행 중단…"_s), u"stop"_s, parent));
    row->addWidget(flatButton(say(u"Follow"_s, u"따라가기"_s), u"follow"_s, parent));
    row->addWidget(linkButton(say(u"Open"_s, u"열기"_s), parent));
    row->addStretch(1);
    row = line(parent, column, u"Disabled"_s);
    for (Button *button : {edgeButton(run, u"run"_s, parent), edgeButton(again, u"view-refresh"_s, parent),
                           flatButton(again, u"view-refresh"_s, parent)}) {
        button->setEnabled(false);
        row->addWidget(button);
    }
    row->addStretch(1);
    row = line(parent, column, u"28 px"_s);
    Button *small = edgeButton(say(u"Try now"_s, u"지금 시도"_s), u"view-refresh"_s, parent);
    small->setSmall(true);
    row->addWidget(small);
    row->addWidget(flatButton(say(u"Copy"_s, u"복사"_s), u"edit-copy"_s, parent));
    Button *clock = iconButton(u"clock"_s, u"Times"_s, {}, parent);
    clock->setCheckable(true);
    clock->setChecked(true);
    row->addWidget(clock);
    row->addWidget(iconButton(u"filter"_s, u"Filter"_s, u"Ctrl+Shift+F"_s, parent));
    Button *menu = edgeButton(say(u"Columns"_s, u"열"_s), u"split"_s, parent);
    menu->setArrow(true);
    row->addWidget(menu);
    row->addStretch(1);
}

void fields(QWidget *parent, QVBoxLayout *column)
{
    column->addWidget(sectionTitle(say(u"Fields"_s, u"입력란"_s), parent));
    QHBoxLayout *row = line(parent, column, u"Rest, filled"_s);
    row->addWidget(new SearchField(say(u"Find in log"_s, u"로그에서 찾기"_s), u"Ctrl+F"_s, parent));
    QLineEdit *name = textField(144, {}, parent);
    name->setText(u"gpu-box-3"_s);
    name->setAccessibleName(u"Name"_s);
    row->addWidget(name);
    auto *combo = new QComboBox(parent);
    combo->setAccessibleName(u"Version"_s);
    combo->addItems({say(u"Version 7"_s, u"버전 7"_s), say(u"Version 8"_s, u"버전 8"_s)});
    combo->setFixedWidth(120);
    row->addWidget(combo);
    row->addStretch(1);
    row = line(parent, column, u"Error, off"_s);
    QLineEdit *port = textField(176, {}, parent);
    port->setText(u"70022"_s);
    port->setProperty("mooringError", true);
    port->setAccessibleName(u"Port"_s);
    row->addWidget(port);
    QLineEdit *off = textField(144, {}, parent);
    off->setText(u"managed"_s);
    off->setEnabled(false);
    row->addWidget(off);
    auto *ways = new SegmentedControl(u"Sign in with"_s, parent);
    ways->addChoice(u"agent"_s, say(u"Agent"_s, u"에이전트"_s));
    ways->addChoice(u"password"_s, say(u"Password"_s, u"암호"_s));
    ways->addChoice(u"ask"_s, say(u"Ask me"_s, u"물어보기"_s));
    row->addWidget(ways);
    row->addStretch(1);
    row = line(parent, column, u"Choices"_s);
    auto *keep = new QCheckBox(say(u"Keep in the keychain"_s, u"키체인에 보관"_s), parent);
    keep->setChecked(true);
    row->addWidget(keep);
    row->addWidget(new QCheckBox(say(u"Smooth"_s, u"매끄럽게"_s), parent));
    auto *once = new QRadioButton(say(u"Once"_s, u"한 번"_s), parent);
    once->setChecked(true);
    row->addWidget(once);
    row->addWidget(new QRadioButton(say(u"Always"_s, u"항상"_s), parent));
    row->addStretch(1);
}

void type(QWidget *parent, QVBoxLayout *column)
{
    column->addWidget(sectionTitle(u"Type"_s, parent));
    for (bool ko : {false, true}) {
        auto *row = new QHBoxLayout;
        row->setSpacing(20);
        row->addWidget(new TextLabel(ko ? u"계산 대상 20"_s : u"Title 20"_s, Type::Title, Ink::Text, parent));
        row->addWidget(new TextLabel(ko ? u"구역 제목 13"_s : u"Section 13 bold"_s, Type::Section, Ink::Text, parent));
        row->addWidget(new TextLabel(ko ? u"본문은 합니다체로 씁니다"_s : u"Body 13"_s, Type::Body, Ink::Text, parent));
        row->addWidget(new TextLabel(ko ? u"도움말 12"_s : u"Small 12"_s, Type::Small, Ink::Text2, parent));
        row->addWidget(new TextLabel(u"Mono 12  0O 1lI"_s, Type::Mono, Ink::Text, parent));
        row->addStretch(1);
        column->addLayout(row);
    }
}

void icons(QWidget *parent, QVBoxLayout *column)
{
    column->addWidget(sectionTitle(u"Icons, 16 px, 1.5 px stroke"_s, parent));
    static const char *const names[] = {
        "computer", "server",      "hdi-cluster", "batch",    "notebook", "lake",    "hexnodes",    "container",
        "cloud",    "environment", "run",         "model",    "endpoint", "key",     "known-hosts", "settings",
        "find",     "copy",        "check",       "close",    "add",      "down",    "next",        "up",
        "more",     "refresh",     "stop",        "folder",   "file",     "follow",  "wrap",        "clock",
        "filter",   "eye",         "send",        "download", "chart",    "compare", "terminal",    "pin",
        "calendar", "link",        "lock",        "globe",    "beaker",   "history", "scale",       "workspace",
        "edit",     "split",       "delete",      "bookmark", "fold",     "unfold",  "save",        "open",
        "help",     "info",        "eye-off",     "unlink"};
    auto *grid = new QGridLayout;
    grid->setSpacing(10);
    for (int i = 0; i < int(std::size(names)); ++i)
        grid->addWidget(new IconLabel(QString::fromLatin1(names[i]), 16, Ink::Text2, parent), i / 20, i % 20);
    auto *big = new QHBoxLayout;
    big->setSpacing(12);
    for (const char *name : {"computer", "server", "hdi-cluster", "batch", "notebook", "lake", "hexnodes", "container",
                             "cloud", "beaker"}) {
        big->addWidget(new IconLabel(QString::fromLatin1(name), 20, Ink::Text2, parent));
        big->addWidget(new IconLabel(QString::fromLatin1(name), 24, Ink::Text2, parent));
    }
    big->addStretch(1);
    column->addLayout(grid);
    column->addLayout(big);
}

Banner *banner(QWidget *parent, Tone tone, const QString &text, const QString &more, const QString &action)
{
    auto *b = new Banner(parent);
    b->tell(tone, text, more);
    if (!action.isEmpty())
        b->addAction(edgeButton(action, {}, b));
    return b;
}

void banners(QWidget *parent, QVBoxLayout *column)
{
    column->addWidget(sectionTitle(say(u"Banners"_s, u"배너"_s), parent));
    column->addWidget(banner(parent, Tone::Fail,
                             say(u"The disk is full. The log is kept up to byte 11 206 144."_s,
                                 u"디스크가 가득 찼습니다. 로그는 11 206 144바이트까지 보관되었습니다."_s),
                             {}, say(u"Free space…"_s, u"공간 확보…"_s)));
    Banner *warn = banner(parent, Tone::Warn,
                          say(u"No keychain. Secrets last until you close Mooring."_s,
                              u"키체인이 없습니다. 암호는 Mooring을 닫을 때까지만 남습니다."_s),
                          {}, {});
    warn->addAction(flatButton(say(u"Details"_s, u"자세히"_s), u"go-next"_s, warn));
    column->addWidget(warn);
    column->addWidget(banner(
        parent, Tone::Unknown,
        say(u"gpu-box-2 has not answered since 14:02"_s, u"14:02부터 응답이 없습니다: gpu-box-2"_s),
        say(u"Port 22 did not answer within 10 s. Runs there go on without a connection. Next try in 24 s."_s,
            u"포트 22가 10초 안에 응답하지 않았습니다. 그곳의 실행은 연결 없이 계속됩니다. 24초 뒤에 다시 시도합니다."_s),
        say(u"Try now"_s, u"지금 시도"_s)));
    column->addWidget(
        banner(parent, Tone::Accent,
               say(u"Practice lab. Nothing here is real."_s, u"연습실입니다. 여기에는 실제인 것이 없습니다."_s), {},
               say(u"Leave practice"_s, u"연습 끝내기"_s)));
}

void boxes(QWidget *parent, QVBoxLayout *column)
{
    column->addWidget(sectionTitle(say(u"Boxes"_s, u"상자"_s), parent));
    column->addWidget(new CommandBox(u"sudo timedatectl set-ntp true"_s, parent));
    auto *code = new CodeBox({}, parent);
    code->setLines({{{{u"def "_s, Ink::Accent, false}, {u"train(model, batches):"_s, Ink::Text, false}}, false},
                    {{{u"    loss = model(batch)[\"loss\"]"_s, Ink::Text, true}}, true},
                    {{{u"    # one step"_s, Ink::Text3, false}}, false}});
    code->setFirstNumber(118);
    column->addWidget(code);
    auto *row = new QHBoxLayout;
    row->addWidget(new Chip(u"UTF-8"_s, Tone::Muted, {}, parent));
    row->addWidget(new Chip(u"31 Mar 2027"_s, Tone::Warn, u"calendar"_s, parent));
    auto *bar = new ProgressLine(parent);
    bar->setProgress(12, 30);
    row->addWidget(bar);
    row->addWidget(new ElidedLabel(u"a-name-that-is-far-too-long-for-the-place-where-it-has-to-stand-041"_s, Type::Body,
                                   Ink::Text, parent),
                   1);
    column->addLayout(row);
}

QWidget *partsSheet()
{
    auto *sheet = new SheetWidget;
    auto *row = new QHBoxLayout(sheet);
    row->setContentsMargins(24, 20, 24, 16);
    row->setSpacing(20);
    auto *left = new QVBoxLayout, *right = new QVBoxLayout;
    for (QVBoxLayout *column : {left, right})
        column->setSpacing(6);
    states(sheet, left);
    left->addSpacing(8);
    left->addWidget(new Separator(Qt::Horizontal, sheet));
    left->addSpacing(8);
    buttons(sheet, left);
    left->addSpacing(8);
    left->addWidget(new Separator(Qt::Horizontal, sheet));
    left->addSpacing(8);
    fields(sheet, left);
    left->addSpacing(8);
    left->addWidget(new Separator(Qt::Horizontal, sheet));
    left->addSpacing(8);
    type(sheet, left);
    left->addStretch(1);
    icons(sheet, right);
    right->addSpacing(16);
    banners(sheet, right);
    right->addSpacing(16);
    boxes(sheet, right);
    right->addStretch(1);
    row->addLayout(left, 5);
    row->addWidget(new Separator(Qt::Vertical, sheet));
    row->addLayout(right, 4);
    return sheet;
}

std::vector<PhaseCell> phases()
{
    return {{say(u"Snapshot"_s, u"스냅샷"_s), Glyph::Good, u"0.8 s"_s, 1,
             say(u"214 files, 3.1 MB"_s, u"파일 214개, 3.1 MB"_s), say(u"usual 0.7 s"_s, u"보통 0.7초"_s)},
            {say(u"Environment"_s, u"환경"_s), Glyph::Good, u"2.1 s"_s, 1, say(u"reused"_s, u"다시 사용"_s),
             say(u"usual 2.0 s"_s, u"보통 2.0초"_s)},
            {say(u"Queue"_s, u"대기"_s), Glyph::Good, u"4 s"_s, 1, say(u"waited for GPU 0"_s, u"GPU 0을 기다림"_s),
             say(u"usual 0 s"_s, u"보통 0초"_s)},
            {say(u"Run"_s, u"실행"_s), Glyph::Running, u"11:41"_s, 0.38,
             say(u"epoch 12 of 30, 19 min left"_s, u"30 에폭 중 12, 19분 남음"_s),
             say(u"usual 31 min"_s, u"보통 31분"_s)},
            {say(u"Outputs"_s, u"출력"_s), Glyph::NotBegun, {}, -1, {}, say(u"usual 6 s"_s, u"보통 6초"_s)}};
}

std::vector<LadderRow> rungs()
{
    std::vector<LadderRow> rows;
    const auto add = [&rows](const QString &id, const QString &title, Glyph glyph, const QString &verdict,
                             const QString &answer, Tone tone, qint64 ms) {
        LadderRow row;
        row.id = id, row.title = title, row.glyph = glyph, row.verdict = verdict, row.answer = answer, row.tone = tone,
        row.ms = ms;
        rows.push_back(row);
    };
    add(u"dns"_s, say(u"Name lookup"_s, u"이름 찾기"_s), Glyph::Good, u"passed"_s, u"lab-vm.lan, 10.20.4.17"_s,
        Tone::Neutral, 3);
    add(u"tcp"_s, say(u"TCP connection"_s, u"TCP 연결"_s), Glyph::Good, u"passed"_s,
        say(u"port 22 answered"_s, u"포트 22 응답"_s), Tone::Neutral, 11);
    add(u"key"_s, say(u"Host key"_s, u"호스트 키"_s), Glyph::Good, u"passed"_s,
        say(u"ED25519, known since 12 May"_s, u"ED25519, 5월 12일부터 알려짐"_s), Tone::Neutral, 2);
    add(u"auth"_s, say(u"Sign-in"_s, u"로그인"_s), Glyph::Good, u"passed"_s,
        say(u"mlops, key id_ed25519 from the agent"_s, u"mlops, 에이전트의 키 id_ed25519"_s), Tone::Neutral, 148);
    add(u"clock"_s, say(u"Clock"_s, u"시계"_s), Glyph::Warning, u"warned"_s,
        say(u"42 s ahead of this computer"_s, u"이 컴퓨터보다 42초 빠름"_s), Tone::Warn, 21);
    rows.back().fix = u"sudo timedatectl set-ntp true"_s, rows.back().fixIsCommand = true;
    add(u"docker"_s, say(u"Docker as mlops"_s, u"mlops의 Docker"_s), Glyph::Failed, u"failed"_s,
        say(u"no right to open /var/run/docker.sock"_s, u"/var/run/docker.sock을 열 권한 없음"_s), Tone::Fail, 64);
    rows.back().fix = u"sudo usermod -aG docker mlops"_s, rows.back().fixIsCommand = true;
    add(u"gpu"_s, say(u"GPU in Docker"_s, u"Docker의 GPU"_s), Glyph::LeftOut, u"skipped"_s,
        say(u"needs Docker"_s, u"Docker 필요"_s), Tone::Neutral, -1);
    add(u"job"_s, say(u"Tiny job"_s, u"작은 작업"_s), Glyph::Running, u"running"_s, {}, Tone::Neutral, 884);
    add(u"last"_s, say(u"Outliving process"_s, u"남는 프로세스"_s), Glyph::NotBegun, u"waiting"_s, {}, Tone::Neutral,
        -1);
    return rows;
}

QWidget *ladderBody(QWidget *parent)
{
    auto *body = new QWidget(parent);
    auto *row = new QHBoxLayout(body);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    auto *column = new QVBoxLayout;
    column->setContentsMargins(12, 8, 12, 0);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(12, 0, 12, 0);
    head->setSpacing(12);
    head->addWidget(sectionTitle(say(u"Checks"_s, u"검사"_s), body));
    head->addWidget(
        new TextLabel(say(u"13 passed, 1 warned, 1 failed, 1 skipped"_s, u"통과 13, 경고 1, 실패 1, 건너뜀 1"_s),
                      Type::Body, Ink::Text2, body));
    head->addStretch(1);
    head->addWidget(flatButton(say(u"Copy report"_s, u"보고서 복사"_s), u"edit-copy"_s, body));
    column->addLayout(head);
    auto *ladder = new Ladder(body);
    ladder->setRows(rungs());
    ladder->select(u"clock"_s);
    column->addWidget(scrolling(ladder, body), 1);
    row->addLayout(column, 1);
    auto *side = new QWidget;
    auto *facts = new QVBoxLayout(side);
    facts->setContentsMargins(16, 12, 16, 12);
    facts->addWidget(sectionTitle(say(u"This machine"_s, u"이 기계"_s), side));
    auto *list = new FactList(side);
    list->setFacts({{say(u"System"_s, u"시스템"_s), u"Debian 12, x86-64"_s},
                    {say(u"Cores"_s, u"코어"_s), u"16, load 2.4"_s},
                    {say(u"Memory"_s, u"메모리"_s), u"41 of 64 GB free"_s},
                    {u"GPU"_s, u"RTX 4000, 20 GB, driver 550.54 and more than fits"_s}});
    facts->addWidget(list);
    facts->addWidget(new Separator(Qt::Horizontal, side));
    facts->addWidget(sectionTitle(say(u"What it can do"_s, u"할 수 있는 것"_s), side));
    facts->addWidget(glyphLine(Glyph::Good, say(u"Train with Python or conda"_s, u"Python 또는 conda로 학습"_s), side));
    facts->addWidget(
        glyphLine(Glyph::Failed, say(u"Train or serve in a container"_s, u"컨테이너에서 학습 또는 제공"_s), side));
    facts->addStretch(1);
    row->addWidget(sideColumn(side, 384, SideGround::Sheet, body));
    return body;
}

QWidget *pageSheet()
{
    auto *page = new Page;
    page->header()->setTitle(u"bearing-cnn-041"_s);
    page->header()->setIcon(u"server"_s);
    page->header()->setBadge(Glyph::Running, say(u"Running, 11 min 41 s"_s, u"실행 중, 11분 41초"_s));
    page->header()->setFacts({u"train.py"_s, u"gpu-box-2"_s, u"torch-2.3"_s,
                              say(u"started 13:49:01"_s, u"13:49:01 시작"_s), u"pid 48213"_s});
    page->header()->addAction(edgeButton(say(u"Open folder"_s, u"폴더 열기"_s), u"folder"_s));
    page->header()->addAction(edgeButton(say(u"Run again…"_s, u"다시 실행…"_s), u"view-refresh"_s));
    page->header()->addAction(dangerButton(say(u"Cancel run…"_s, u"실행 중단…"_s), u"stop"_s));
    auto *menu = new QMenu(page);
    menu->addAction(say(u"Copy the id"_s, u"ID 복사"_s));
    page->header()->setMoreMenu(menu);
    auto *bar = new PhaseBar(page);
    bar->setCells(phases());
    page->aboveBody()->addWidget(bar);
    auto *tabs = new TabPages(page);
    tabs->addPage(u"checks"_s, say(u"Checks"_s, u"검사"_s), ladderBody(tabs));
    tabs->addPage(u"metrics"_s, say(u"Metrics"_s, u"메트릭"_s), new QWidget(tabs));
    tabs->addPage(u"outputs"_s, say(u"Outputs"_s, u"출력"_s), new QWidget(tabs));
    tabs->addPage(u"details"_s, say(u"Details"_s, u"자세히"_s), new QWidget(tabs));
    tabs->tabs()->setCount(u"metrics"_s, u"6"_s);
    tabs->tabs()->setCount(u"outputs"_s, u"3"_s);
    page->setBody(tabs);
    return page;
}

QWidget *noteOf(const QString &text)
{
    auto *note = new QWidget;
    auto *column = new QVBoxLayout(note);
    column->setContentsMargins(16, 16, 16, 16);
    column->addWidget(sectionTitle(say(u"What happens next"_s, u"다음에 일어날 일"_s), note));
    column->addWidget(paragraph(text, note));
    column->addStretch(1);
    return note;
}

QWidget *wizardSheet()
{
    auto *page = new WizardPage;
    page->header()->setTitle(say(u"Attach a machine over SSH"_s, u"원격 컴퓨터(SSH) 연결"_s));
    page->header()->setFacts({say(u"One field is usually enough: an alias, or user@host:port."_s,
                                  u"보통 한 칸이면 충분합니다: 별칭 또는 user@host:port."_s)});
    auto *holder = new QWidget;
    auto *column = new QVBoxLayout(holder);
    column->setContentsMargins(24, 12, 24, 12);
    auto *form = new Form(holder);
    auto *name = textField(240);
    name->setText(u"gpu-box-3"_s);
    form->addRow(say(u"Name"_s, u"이름"_s), name);
    form->addRow(say(u"Address"_s, u"주소"_s), textField(392),
                 say(u"An alias of ~/.ssh/config, line 31. It fills user, port, key and jump host."_s,
                     u"~/.ssh/config 31행의 별칭입니다. 사용자, 포트, 키, 점프 호스트를 채웁니다."_s));
    FormRow *port = form->addRow(say(u"Port"_s, u"포트"_s), textField(96));
    port->setError(say(u"A port is a number from 1 to 65535. 70022 is too large."_s,
                       u"포트는 1에서 65535 사이의 숫자입니다. 70022는 너무 큽니다."_s));
    FormRow *pass = form->addRow(
        say(u"Passphrase"_s, u"암호문구"_s), new SecretField,
        say(u"Never written to a file, a log or a command line."_s, u"파일, 로그, 명령줄에 쓰지 않습니다."_s));
    pass->addBeside(new QCheckBox(say(u"Keep in the keychain"_s, u"키체인에 보관"_s)));
    auto *jump = new QComboBox;
    jump->addItem(u"bastion  (mlops@198.51.100.7:22)"_s);
    jump->setFixedWidth(392);
    form->addRow(say(u"Jump host"_s, u"점프 호스트"_s), jump);
    form->addFold(say(u"Rarely needed"_s, u"드물게 필요"_s))->setChecked(true);
    form->addRow(say(u"Azure resource ID"_s, u"Azure 리소스 ID"_s), textField(392, optionalText()),
                 say(u"Only for attaching the machine in an Azure ML workspace too."_s,
                     u"Azure ML 작업 영역에도 연결할 때만 씁니다."_s));
    column->addWidget(form);
    page->addStep(say(u"Kind"_s, u"종류"_s), new QWidget);
    page->addStep(say(u"Settings"_s, u"설정"_s), holder,
                  sideColumn(noteOf(say(u"18 checks, about 4 s. They read, and write one file that is removed again."_s,
                                        u"검사 18개, 약 4초. 읽기만 하고, 다시 지우는 파일 하나를 씁니다."_s)),
                             328, SideGround::Note));
    page->addStep(say(u"Checks"_s, u"검사"_s), new QWidget);
    page->addStep(say(u"Done"_s, u"완료"_s), new QWidget);
    page->setStep(1);
    page->setNextText(say(u"Check now"_s, u"지금 검사"_s));
    page->addFooterRight(edgeButton(say(u"Save draft"_s, u"초안 저장"_s)));
    page->setFooterNote(Glyph::Failed, say(u"Port: a number from 1 to 65535"_s, u"포트: 1에서 65535 사이의 숫자"_s));
    return page;
}

QWidget *tableSheet()
{
    auto *page = new Page;
    page->header()->setTitle(say(u"Runs"_s, u"실행"_s));
    page->header()->setFacts(
        {say(u"128 runs in bearing-faults"_s, u"bearing-faults의 실행 128개"_s), say(u"1 running"_s, u"실행 중 1"_s)});
    page->header()->addAction(filledButton(say(u"Run a script…"_s, u"스크립트 실행…"_s), u"run"_s));
    auto *body = new QWidget(page);
    auto *column = new QVBoxLayout(body);
    column->setContentsMargins(0, 4, 0, 0);
    auto *table = new TableView(say(u"Runs"_s, u"실행"_s), body);
    table->setEdge(24);
    auto *model = new QStandardItemModel(table);
    model->setHorizontalHeaderLabels({{},
                                      say(u"Name"_s, u"이름"_s),
                                      say(u"State"_s, u"상태"_s),
                                      say(u"Target"_s, u"대상"_s),
                                      u"val_loss"_s,
                                      u"lr"_s,
                                      {}});
    const auto number = [](const QString &text) {
        auto *item = new QStandardItem(text);
        item->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
        return item;
    };
    struct Row
    {
        QString name;
        Glyph glyph;
        QString state, target, loss;
        int series;
    };
    const Row rows[] = {
        {u"bearing-cnn-038"_s, Glyph::Good, say(u"Completed"_s, u"완료"_s), u"gpu-box-2"_s, u"0.2207"_s, 0},
        {u"bearing-cnn-040"_s, Glyph::Good, say(u"Completed"_s, u"완료"_s), u"gpu-box-2"_s, u"0.2391"_s, 1},
        {u"bearing-cnn-036"_s, Glyph::Good, say(u"Completed"_s, u"완료"_s), u"lab-vm"_s, u"0.2466"_s, 2},
        {u"bearing-cnn-041"_s, Glyph::Running, say(u"Running, epoch 12"_s, u"실행 중, 에폭 12"_s), u"gpu-box-2"_s,
         u"0.3109"_s, -1},
        {u"bearing-cnn-037"_s, Glyph::Canceled, say(u"Canceled"_s, u"중단됨"_s), u"gpu-box-2"_s, u"0.8120"_s, -1},
        {u"bearing-cnn-039"_s, Glyph::Failed, say(u"Failed, exit code 1"_s, u"실패, 종료 코드 1"_s), u"gpu-box-2"_s,
         u"–"_s, -1}};
    for (const Row &row : rows) {
        auto *check = new QStandardItem;
        check->setCheckable(true);
        check->setCheckState(row.series >= 0 ? Qt::Checked : Qt::Unchecked);
        check->setData(row.series, CellRole::Series);
        auto *state = new QStandardItem(row.state);
        state->setData(int(row.glyph), CellRole::Glyph);
        auto *target = new QStandardItem(row.target);
        target->setData(int(Ink::Text2), CellRole::Ink);
        auto *loss = number(row.loss);
        loss->setData(row.series == 0, CellRole::Bold);
        auto *lr = number(u"3.0e-04"_s);
        if (row.series == 1)
            lr->setData(int(Tone::Warn), CellRole::Soft);
        model->appendRow({check, new QStandardItem(row.name), state, target, loss, lr, new QStandardItem});
    }
    for (int column2 : {4, 5})
        model->setHeaderData(column2, Qt::Horizontal, int(Qt::AlignRight | Qt::AlignVCenter), Qt::TextAlignmentRole);
    table->setModel(model);
    table->horizontalHeader()->setSortIndicator(4, Qt::AscendingOrder);
    table->horizontalHeader()->setSortIndicatorShown(true);
    const int widths[] = {100, 150, 170, 120, 100, 100};
    for (int i = 0; i < 6; ++i)
        table->setColumnWidth(i, widths[i]);
    table->selectRow(3);
    column->addWidget(table);
    auto *lower = new QHBoxLayout;
    auto *tree = new TreeView(u"Files"_s, body);
    auto *files = new QStandardItemModel(tree);
    files->setHorizontalHeaderLabels({say(u"Name"_s, u"이름"_s), say(u"Goes up, or the rule that keeps it here"_s,
                                                                     u"올라가는지, 또는 남기는 규칙"_s)});
    auto *root = new QStandardItem(u"bearings-project"_s);
    root->setData(u"folder"_s, CellRole::Icon);
    auto *why = new QStandardItem(say(u"214 files go up"_s, u"파일 214개 올라감"_s));
    why->setData(u"check"_s, CellRole::Icon);
    files->appendRow({root, why});
    for (const QString &name : {u"train.py"_s, u"model.py"_s, u".env"_s}) {
        auto *file = new QStandardItem(name);
        file->setData(u"file"_s, CellRole::Icon);
        auto *rule =
            new QStandardItem(name == u".env"_s ? say(u"looks like a secret: line 3"_s, u"암호처럼 보임: 3행"_s)
                                                : say(u"as in bearing-cnn-040"_s, u"bearing-cnn-040과 같음"_s));
        if (name == u".env"_s) {
            rule->setData(int(Glyph::Warning), CellRole::Glyph);
            rule->setData(int(Ink::Warn), CellRole::Ink);
        }
        root->appendRow({file, rule});
    }
    tree->setModel(files);
    tree->expandAll();
    tree->setColumnWidth(0, 240);
    tree->setCurrentIndex(files->index(2, 0, files->index(0, 0)));
    lower->addWidget(tree, 1);
    auto *empty = new EmptyState(u"run"_s, say(u"No run yet"_s, u"아직 실행이 없습니다"_s),
                                 say(u"A run keeps its code, log, metrics and outputs on this computer."_s,
                                     u"실행은 코드, 로그, 메트릭, 출력을 이 컴퓨터에 보관합니다."_s),
                                 body);
    empty->addAction(edgeButton(say(u"Run the sample"_s, u"예제 실행"_s), u"run"_s));
    empty->setCommand(u"mooring run train.py --follow"_s);
    auto *card = new Card(body);
    card->content()->addWidget(empty);
    lower->addWidget(card, 1);
    column->addLayout(lower);
    page->setBody(body);
    return page;
}

QWidget *dialogSheet()
{
    auto *dialog = new DecisionDialog(
        say(u"Detach lab-vm"_s, u"lab-vm 분리"_s),
        say(u"The connection, its settings and its provisioning log go. The machine keeps running, and the 24 runs stay in this workspace with their logs, metrics and fetched outputs."_s,
            u"연결, 설정, 프로비저닝 로그가 사라집니다. 기계는 계속 켜져 있고, 실행 24개는 로그, 메트릭, 가져온 출력과 함께 이 작업 영역에 남습니다."_s),
        nullptr);
    dialog->setAttribute(Qt::WA_DeleteOnClose, false);
    dialog->addSection(say(u"Also remove on lab-vm"_s, u"lab-vm에서도 지울 것"_s));
    dialog->addChoice(say(u"Code and logs of 24 runs"_s, u"실행 24개의 코드와 로그"_s), u"~/.mooring/runs"_s,
                      u"1.9 GB"_s, true);
    dialog->addChoice(say(u"Environments and caches"_s, u"환경과 캐시"_s), u"~/.mooring/env, ~/.mooring/cache"_s,
                      u"4.1 GB"_s, true);
    dialog->addChoice(say(u"Outputs that are not on this computer yet"_s, u"아직 이 컴퓨터에 없는 출력"_s),
                      say(u"bearing-cnn-036, never fetched"_s, u"bearing-cnn-036, 가져온 적 없음"_s), u"214 MB"_s,
                      false, Tone::Warn);
    dialog->addSection(say(u"Also remove on this computer"_s, u"이 컴퓨터에서도 지울 것"_s));
    dialog->addChoice(say(u"Its entry in the keychain"_s, u"키체인 항목"_s),
                      say(u"passphrase of id_ed25519, stored 12 May"_s, u"id_ed25519의 암호문구, 5월 12일 저장"_s), {},
                      true);
    dialog->addStatement(
        Glyph::LeftOut,
        say(u"Stays: the host key under Known machines, and everything outside ~/.mooring, which Mooring never wrote to."_s,
            u"남는 것: 알려진 호스트의 호스트 키, 그리고 Mooring이 쓴 적 없는 ~/.mooring 밖의 모든 것."_s));
    dialog->addStatement(Glyph::Good, say(u"No run is waiting or running there."_s,
                                          u"그곳에서 대기 중이거나 실행 중인 것이 없습니다."_s));
    dialog->setSafer(say(u"Fetch 214 MB first"_s, u"먼저 214 MB 가져오기"_s), u"download"_s);
    dialog->setDanger(say(u"Detach"_s, u"분리"_s));
    return dialog;
}

double noise(int i) { return double((i * 7919 + 104729) % 1009) / 1009.0 - 0.5; }

Chart *lossChart(QWidget *parent)
{
    auto *chart = new Chart(u"loss"_s, parent);
    Series train{u"train"_s}, validation{u"val"_s};
    for (int i = 0; i <= 14168; i += 4)
        train.data->append(i, i == 13760 ? std::nan("") : 0.2 + 1.5 * std::exp(-i / 3000.0) + noise(i) * 0.25);
    for (int i = 0; i <= 13800; i += 1200)
        validation.data->append(i, 0.3 + 1.4 * std::exp(-i / 3600.0));
    chart->setSeries({train, validation});
    chart->setSmoothing(0.03);
    return chart;
}

QWidget *chartSheet()
{
    auto *sheet = new SheetWidget;
    auto *grid = new QGridLayout(sheet);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(0);
    grid->addWidget(lossChart(sheet), 0, 0);
    auto *accuracy = new Chart(u"val_acc"_s, sheet);
    Series one{u"val_acc"_s};
    one.mark = 2;
    for (int i = 0; i < 12; ++i)
        one.data->append(i * 1200, 0.92 - 0.6 * std::exp(-i / 2.5));
    accuracy->setSeries({one});
    grid->addWidget(accuracy, 1, 0);
    auto *gpu = new Chart(u"GPU 0"_s, sheet);
    Series use{say(u"use"_s, u"사용"_s)}, memory{say(u"memory"_s, u"메모리"_s)};
    memory.mark = 2;
    for (int i = 0; i < 700; ++i) {
        use.data->append(1.7e9 + i, i % 60 < 5 ? 25 : 93 + noise(i) * 10);
        memory.data->append(1.7e9 + i, 71);
    }
    gpu->setXAxis(XAxis::Time);
    gpu->setUnit(u" %"_s);
    gpu->setYRange(0, 100);
    gpu->setSeries({use, memory});
    grid->addWidget(gpu, 2, 0);
    auto *long1 = new Chart(say(u"one spike in a million"_s, u"백만 중 하나"_s), sheet);
    Series million{u"value"_s};
    million.data->reserve(1000000);
    for (int i = 0; i < 1000000; ++i)
        million.data->append(i, i == 612345 ? 40 : noise(i));
    long1->setSeries({million});
    grid->addWidget(long1, 0, 1);
    auto *compared = new Chart(u"val_loss"_s, sheet);
    std::vector<Series> runs{{u"038"_s}, {u"040"_s}, {u"036"_s}, {u"041"_s}};
    for (int r = 0; r < 4; ++r) {
        for (int i = 0; i <= 30; ++i)
            runs[size_t(r)].data->append(i, 0.22 + 0.03 * r + 1.4 * std::exp(-i / (5.0 + r)));
    }
    compared->setSeries(runs);
    compared->setXAxis(XAxis::Epoch);
    compared->setCursor(21.0);
    grid->addWidget(compared, 1, 1);
    auto *empty = new Chart(say(u"nothing yet"_s, u"아직 없음"_s), sheet);
    grid->addWidget(empty, 2, 1);
    return sheet;
}

} // namespace

std::vector<Sheet> makeSheets(bool inKorean)
{
    korean = inKorean;
    return {{u"parts"_s, partsSheet(), {1366, 768}},    {u"page"_s, pageSheet(), {1118, 704}},
            {u"wizard"_s, wizardSheet(), {1118, 704}},  {u"table"_s, tableSheet(), {1118, 704}},
            {u"dialog"_s, dialogSheet(), {576, 480}},   {u"charts"_s, chartSheet(), {704, 600}},
            {u"page-narrow"_s, pageSheet(), {640, 360}}};
}

} // namespace mooring::gallery
