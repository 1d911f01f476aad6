#pragma once

#include "core/targets/ladder.h"

#include <QWidget>

namespace mooring {

class Button;
class CodeBox;
class CommandBox;
class GlyphLabel;
class TextLabel;

/// One rung in the side column: what was asked, what came back, what to do about it, and the way to run it again.
class RungDetails : public QWidget
{
    Q_OBJECT
public:
    explicit RungDetails(QWidget *parent = nullptr);

    void setRung(const RungResult &rung);
    QString rung() const { return m_id; }
    void setCanRun(bool can);

Q_SIGNALS:
    void runAgain(const QString &id);

private:
    QString m_id;
    GlyphLabel *m_glyph;
    TextLabel *m_title;
    Button *m_again;
    TextLabel *m_answer;
    TextLabel *m_askedHead;
    CodeBox *m_asked;
    TextLabel *m_fixHead;
    CommandBox *m_command;
    TextLabel *m_fix;
};

} // namespace mooring
