#pragma once

#include "ui/widgets/tokens.h"

#include <QWidget>

#include <vector>

namespace mooring {

/// One line of a code box, in runs of ink. `marked`: failSoft ground and a bar.
struct CodeLine
{
    struct Run
    {
        QString text;
        Ink ink = Ink::Text;
        bool bold = false;
    };
    std::vector<Run> runs;
    bool marked = false;
    QString text() const;
};

/// Some lines of code or output in mono on a sunken ground, 20 a line. Takes the focus; Ctrl+C copies all.
/// For a log of any length use the log view.
class CodeBox : public QWidget
{
    Q_OBJECT
public:
    explicit CodeBox(const QString &text = {}, QWidget *parent = nullptr);

    void setText(const QString &text);
    void setLines(std::vector<CodeLine> lines);
    /// Of the first line; 0: no numbers.
    void setFirstNumber(int number);
    QString text() const;
    void copy();

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    int gutter() const;

    std::vector<CodeLine> m_lines;
    int m_firstNumber = 0;
};

} // namespace mooring
