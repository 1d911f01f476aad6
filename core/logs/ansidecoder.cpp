#include "core/logs/ansidecoder.h"

#include "core/logs/cells.h"
#include "core/logs/sgr.h"

#include <algorithm>
#include <array>

namespace mooring {

namespace {

constexpr qsizetype mostCells = 64 * 1024;
constexpr int mostParameters = 32;
constexpr int largestParameter = 65535;

/// Characters that reorder or hide their neighbours (Trojan Source); C1 controls.
bool deceives(char32_t c)
{
    return (c >= 0x80 && c <= 0x9f) || (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069) || c == 0x200e ||
           c == 0x200f || c == 0x061c || c == 0x2028 || c == 0x2029;
}

/// The cells of one line and a cursor in it.
class LineMachine
{
public:
    explicit LineMachine(Marks marks) : m_marks(marks) {}

    void feed(char32_t c)
    {
        switch (m_state) {
        case State::Ground:
            ground(c);
            break;
        case State::Escape:
            escape(c);
            break;
        case State::EscapeMore:
            m_state = c >= 0x20 && c <= 0x2f ? State::EscapeMore : State::Ground;
            break;
        case State::Csi:
            csi(c);
            break;
        case State::String:
            string(c);
            break;
        case State::StringEscape:
            m_state = c == '\\' ? State::Ground : State::String;
            break;
        }
    }
    DecodedLine take();

private:
    enum class State { Ground, Escape, EscapeMore, Csi, String, StringEscape };
    struct Cell
    {
        char32_t c = ' ';
        quint32 style = 0;
    };

    void ground(char32_t c);
    void control(char32_t c);
    void put(char32_t c);
    void escape(char32_t c);
    void csi(char32_t c);
    void string(char32_t c);
    void finishCsi(char32_t final);
    void eraseInLine(int how);
    void move(qsizetype column) { m_column = std::clamp<qsizetype>(column, 0, mostCells); }
    int parameter(int at, int fallback) const
    {
        return at < m_count && m_parameters[at] > 0 ? m_parameters[at] : fallback;
    }

    const Marks m_marks;
    State m_state = State::Ground;
    std::vector<Cell> m_cells;
    std::vector<TextStyle> m_styles{TextStyle{}};
    quint32 m_style = 0;
    qsizetype m_column = 0;
    qint64 m_returns = 0;
    bool m_returned = false;
    std::array<int, mostParameters> m_parameters{};
    int m_count = 0;
    bool m_private = false;
};

void LineMachine::put(char32_t c)
{
    if (m_returned) {
        m_returned = false;
        m_returns += m_cells.empty() ? 0 : 1;
    }
    if (m_column >= mostCells)
        return;
    if (m_column >= qsizetype(m_cells.size()))
        m_cells.resize(size_t(m_column) + 1);
    m_cells[size_t(m_column++)] = {c, m_style};
}

void LineMachine::control(char32_t c)
{
    switch (c) {
    case '\r':
        m_column = 0;
        m_returned = true;
        break;
    case '\b':
        move(m_column - 1);
        break;
    case '\t':
        put(c);
        break; // how wide it is depends on where it stands: the view's business
    case 0x1b:
        m_state = State::Escape;
        break;
    case 0x07:
    case 0x0b:
    case 0x0c:
    case 0x0e:
    case 0x0f:
    case '\n':
        break; // bell, feeds, shifts
    default:
        if (m_marks == Marks::Visible)
            put(c == 0x7f ? char32_t(0x2421) : char32_t(0x2400 + c)); // U+2400: pictures of the control characters
        else
            put(c);
    }
}

void LineMachine::ground(char32_t c)
{
    if (c < 0x20 || c == 0x7f)
        control(c);
    else if (c == 0xfeff)
        return; // byte order mark
    else if (m_marks == Marks::Visible && deceives(c))
        put(0xfffd);
    else
        put(c);
}

void LineMachine::escape(char32_t c)
{
    switch (c) {
    case '[':
        m_state = State::Csi;
        m_parameters.fill(0);
        m_count = 1;
        m_private = false;
        break;
    case ']':
    case 'P':
    case 'X':
    case '^':
    case '_':
        m_state = State::String;
        break;
    case 0x1b:
        break;
    default:
        m_state = c >= 0x20 && c <= 0x2f ? State::EscapeMore : State::Ground;
    }
}

void LineMachine::csi(char32_t c)
{
    if (c >= '0' && c <= '9') {
        if (m_count <= mostParameters) {
            int &value = m_parameters[size_t(m_count) - 1];
            value = std::min(value * 10 + int(c - '0'), largestParameter);
        }
    } else if (c == ';' || c == ':') {
        m_count = std::min(m_count + 1, mostParameters + 1); // beyond the limit they are read and dropped
    } else if (c >= 0x3c && c <= 0x3f) {
        m_private = true;
    } else if (c >= 0x20 && c <= 0x2f) {
        m_private = true; // with an intermediate byte it is no sequence that we act on
    } else if (c >= 0x40 && c <= 0x7e) {
        m_state = State::Ground;
        if (!m_private)
            finishCsi(c);
    } else if (c == 0x1b) {
        m_state = State::Escape;
    } else {
        m_state = State::Ground; // malformed: give up on the sequence, keep the character
        ground(c);
    }
}

void LineMachine::finishCsi(char32_t final)
{
    m_count = std::min(m_count, mostParameters);
    switch (final) {
    case 'm': {
        TextStyle style = m_styles[m_style];
        applySgr(style, std::span(m_parameters.data(), size_t(m_count)));
        if (style == TextStyle{}) {
            m_style = 0;
        } else if (!(style == m_styles[m_style])) {
            m_styles.push_back(style);
            m_style = quint32(m_styles.size() - 1);
        }
        break;
    }
    case 'K':
        eraseInLine(m_parameters[0]);
        break;
    case 'G':
        move(parameter(0, 1) - 1);
        m_returned = m_returned || m_column == 0;
        break;
    case 'C':
        move(m_column + parameter(0, 1));
        break;
    case 'D':
        move(m_column - parameter(0, 1));
        break;
    default:
        break;
    }
}

void LineMachine::eraseInLine(int how)
{
    const auto end = std::min(size_t(m_column), m_cells.size());
    if (how == 2 || (how == 0 && end == 0)) { // the state that goes away was seen: it counts
        m_returns += m_cells.empty() ? 0 : 1;
        m_returned = false;
        m_cells.clear();
    } else if (how == 0) {
        m_cells.resize(end);
    } else if (how == 1) {
        std::fill_n(m_cells.begin(), std::min(end + 1, m_cells.size()), Cell{});
    }
}

void LineMachine::string(char32_t c)
{
    if (c == 0x07 || c == 0x9c || c == 0x18 || c == 0x1a)
        m_state = State::Ground;
    else if (c == 0x1b)
        m_state = State::StringEscape;
}

DecodedLine LineMachine::take()
{
    DecodedLine line;
    line.updates = m_returns;
    line.text.reserve(qsizetype(m_cells.size()));
    for (const Cell &cell : m_cells) {
        const qsizetype start = line.text.size();
        if (QChar::requiresSurrogates(cell.c)) {
            line.text += QChar(QChar::highSurrogate(cell.c));
            line.text += QChar(QChar::lowSurrogate(cell.c));
        } else {
            line.text += QChar(char16_t(cell.c));
        }
        line.ascii = line.ascii && cell.c >= 0x20 && cell.c < 0x7f;
        if (cell.style == 0)
            continue;
        const qsizetype length = line.text.size() - start;
        const TextStyle &style = m_styles[cell.style];
        if (!line.runs.empty() && line.runs.back().start + line.runs.back().length == start &&
            line.runs.back().style == style)
            line.runs.back().length += length;
        else
            line.runs.push_back({start, length, style});
    }
    if (!line.ascii)
        line.cells = cellStarts(line.text);
    return line;
}

bool isPlain(QStringView raw)
{
    return std::all_of(raw.begin(), raw.end(), [](QChar c) { return c.unicode() >= 0x20 && c.unicode() < 0x7f; });
}

} // namespace

qsizetype DecodedLine::columnOf(int cell) const
{
    if (ascii)
        return std::clamp<qsizetype>(cell, 0, text.size());
    qsizetype column = std::upper_bound(cells.begin(), cells.end() - 1, cell) - cells.begin() - 1;
    if (column > 0 && column < text.size() && text[column].isLowSurrogate())
        --column;
    return std::max<qsizetype>(column, 0);
}

DecodedLine decodeAnsi(QStringView raw, Marks marks)
{
    if (isPlain(raw)) {
        DecodedLine line;
        line.text = raw.left(mostCells).toString();
        return line;
    }
    LineMachine machine(marks);
    for (qsizetype i = 0; i < raw.size(); ++i) {
        char32_t c = raw[i].unicode();
        if (raw[i].isHighSurrogate() && i + 1 < raw.size() && raw[i + 1].isLowSurrogate())
            c = QChar::surrogateToUcs4(raw[i], raw[i + 1]), ++i;
        machine.feed(c);
    }
    return machine.take();
}

std::vector<DecodedLine> decodeStates(QStringView raw, int most)
{
    std::vector<DecodedLine> states;
    qsizetype end = raw.size();
    while (end >= 0 && int(states.size()) < most) {
        const qsizetype at = end > 0 ? raw.left(end).lastIndexOf(u'\r') : -1;
        const QStringView part = raw.mid(at + 1, end - at - 1);
        if (!part.isEmpty())
            states.push_back(decodeAnsi(part));
        end = at;
    }
    std::reverse(states.begin(), states.end());
    return states;
}

} // namespace mooring
