#pragma once

#include <QWidget>

namespace mooring {

class Button;

/// One command in mono on a sunken ground, with Copy at the right. Too long: elided, the whole is the tool tip and what
/// is copied. Takes the focus; Ctrl+C copies all.
class CommandBox : public QWidget
{
    Q_OBJECT
public:
    explicit CommandBox(const QString &command = {}, QWidget *parent = nullptr);

    void setCommand(const QString &command);
    QString command() const { return m_command; }
    void copy();

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    QString m_command;
    Button *m_copy;
};

} // namespace mooring
