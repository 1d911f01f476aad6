<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko_KR">
<context>
    <name>mooring</name>
    <message>
        <source>&quot;%1&quot; cannot be the name of a target.</source>
        <translation>계산 대상의 이름으로 쓸 수 없습니다: &quot;%1&quot;</translation>
    </message>
    <message>
        <source>&quot;%1&quot; cannot be the name of a variable.</source>
        <translation>변수의 이름으로 쓸 수 없습니다: &quot;%1&quot;</translation>
    </message>
    <message>
        <source>&quot;%1&quot; holds a line break or another control character.</source>
        <translation>줄 바꿈이나 다른 제어 문자가 들어 있습니다: &quot;%1&quot;</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is longer than 200 characters.</source>
        <translation>200자보다 깁니다: &quot;%1&quot;</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no duration. Give a number and a unit: 90 s, 15 min, 2 h 30 min.</source>
        <translation>기간이 아닙니다: &quot;%1&quot;. 숫자와 단위를 쓰십시오: 90 s, 15 min, 2 h 30 min</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a key of a target&apos;s file.</source>
        <translation>&quot;%1&quot;: 계산 대상 파일의 키가 아닙니다.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a key of run settings.</source>
        <translation>실행 설정의 키가 아닙니다: &quot;%1&quot;</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a line that leaves something out.</source>
        <translation>무엇을 빼는 줄이 아닙니다: &quot;%1&quot;</translation>
    </message>
    <message>
        <source>&quot;%1&quot; must be %2.</source>
        <translation>&quot;%1&quot;의 값은 다음이어야 합니다: %2</translation>
    </message>
    <message>
        <source>&quot;%1&quot; stands there twice.</source>
        <translation>두 번 나옵니다: &quot;%1&quot;</translation>
    </message>
    <message>
        <source>&quot;local&quot; is this computer.</source>
        <translation>&quot;local&quot;은 이 컴퓨터입니다.</translation>
    </message>
    <message>
        <source># runs</source>
        <translation># 실행</translation>
    </message>
    <message>
        <source>%1 % of a core</source>
        <translation>코어 하나의 %1 %</translation>
    </message>
    <message>
        <source>%1 % of the requests</source>
        <translation>요청의 %1%</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>an error, what is shown</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1 %2 %</source>
        <comment>a deployment, its share</comment>
        <translation>%1 %2%</translation>
    </message>
    <message>
        <source>%1 %2 milliseconds</source>
        <translation>%1 %2밀리초</translation>
    </message>
    <message>
        <source>%1 %2, %3</source>
        <comment>tool, version, path</comment>
        <translation>%1 %2, %3</translation>
    </message>
    <message>
        <source>%1 (%2) is not on this computer</source>
        <translation>이 컴퓨터에 없는 프로그램: %1(%2)</translation>
    </message>
    <message>
        <source>%1 (process %2)</source>
        <translation>%1(프로세스 %2)</translation>
    </message>
    <message>
        <source>%1 - Mooring</source>
        <translation>%1 - Mooring</translation>
    </message>
    <message>
        <source>%1 B</source>
        <translation>%1 B</translation>
    </message>
    <message>
        <source>%1 Inf</source>
        <translation>Inf %1개</translation>
    </message>
    <message>
        <source>%1 NaN</source>
        <translation>NaN %1개</translation>
    </message>
    <message>
        <source>%1 ahead of this computer</source>
        <translation>이 컴퓨터보다 %1 빠름</translation>
    </message>
    <message>
        <source>%1 and Mooring have no %2 algorithm in common. It offers: %3. Mooring takes: %4.</source>
        <translation>%1: Mooring과 공통된 알고리즘이 없습니다(%2). 서버: %3. Mooring: %4.</translation>
    </message>
    <message>
        <source>%1 and its disks go only when its name is said again.</source>
        <translation>이름(%1)을 다시 말해야 디스크와 함께 삭제합니다.</translation>
    </message>
    <message>
        <source>%1 answered with a web page instead of data.</source>
        <translation>데이터 대신 웹 페이지가 왔습니다: %1</translation>
    </message>
    <message>
        <source>%1 answers without end.</source>
        <translation>응답이 끝나지 않습니다: %1</translation>
    </message>
    <message>
        <source>%1 answers.</source>
        <comment>an endpoint</comment>
        <translation>%1: 응답합니다.</translation>
    </message>
    <message>
        <source>%1 are free there, %2 are needed.</source>
        <translation>그곳의 여유 공간은 %1이고, 필요한 공간은 %2입니다.</translation>
    </message>
    <message>
        <source>%1 as a table</source>
        <translation>표로 보기: %1</translation>
    </message>
    <message>
        <source>%1 asks %2:</source>
        <translation>%1에서 %2에게 묻습니다:</translation>
    </message>
    <message>
        <source>%1 asks for a pause (%2): next try in %3 s.</source>
        <translation>잠시 멈추라는 응답이 왔습니다(%2): %1. 다음 시도까지 %3초.</translation>
    </message>
    <message>
        <source>%1 asks something during the sign-in, and nobody is there to answer.</source>
        <translation>로그인 중에 질문이 왔지만 답할 사람이 없습니다: %1</translation>
    </message>
    <message>
        <source>%1 asks too many questions at once.</source>
        <translation>한 번에 너무 많은 질문을 합니다: %1.</translation>
    </message>
    <message>
        <source>%1 asks, to sign in %2</source>
        <comment>a machine, a user</comment>
        <translation>로그인 질문: %1 (사용자 %2)</translation>
    </message>
    <message>
        <source>%1 asks: %2</source>
        <translation>%1의 질문: %2</translation>
    </message>
    <message>
        <source>%1 became shorter on the target (%2 instead of %3). What was copied before stays; what came after it is not copied.</source>
        <translation>계산 대상에서 파일이 짧아졌습니다(%3에서 %2, %1). 이전에 복사한 내용은 그대로 두며 그 뒤의 내용은 복사하지 않습니다.</translation>
    </message>
    <message>
        <source>%1 behind this computer</source>
        <translation>이 컴퓨터보다 %1 느림</translation>
    </message>
    <message>
        <source>%1 broke the TLS handshake off.</source>
        <translation>%1 쪽에서 TLS 핸드셰이크를 중단했습니다.</translation>
    </message>
    <message>
        <source>%1 came with another content than the host has. It was not kept.</source>
        <translation>호스트에 있는 것과 내용이 다르게 도착했습니다: %1. 보관하지 않았습니다.</translation>
    </message>
    <message>
        <source>%1 can be read.</source>
        <translation>읽을 수 있습니다: %1.</translation>
    </message>
    <message>
        <source>%1 cannot be reached from here over SSH.</source>
        <translation>여기에서는 SSH로 %1에 연결할 수 없습니다.</translation>
    </message>
    <message>
        <source>%1 cannot be reached on port %2.</source>
        <translation>%1의 포트 %2에 연결할 수 없습니다.</translation>
    </message>
    <message>
        <source>%1 cannot be reached until then.</source>
        <comment>a target</comment>
        <translation>그때까지 접속할 수 없습니다: %1</translation>
    </message>
    <message>
        <source>%1 cannot be reached.</source>
        <translation>연결할 수 없습니다: %1</translation>
    </message>
    <message>
        <source>%1 cannot be read</source>
        <comment>a file</comment>
        <translation>읽을 수 없음: %1</translation>
    </message>
    <message>
        <source>%1 cannot be read, so the snapshot would lack it.</source>
        <translation>읽을 수 없어 스냅샷에서 빠지게 됩니다: %1</translation>
    </message>
    <message>
        <source>%1 cannot be read. Leave it out, or change its permissions.</source>
        <comment>a path</comment>
        <translation>읽을 수 없습니다: %1. 빼거나 권한을 바꾸십시오.</translation>
    </message>
    <message>
        <source>%1 cannot be the port of an endpoint.</source>
        <translation>엔드포인트 포트로 쓸 수 없는 값: %1.</translation>
    </message>
    <message>
        <source>%1 cannot be used for TLS.</source>
        <translation>TLS에 사용할 수 없습니다: %1.</translation>
    </message>
    <message>
        <source>%1 cannot be written.</source>
        <translation>쓸 수 없습니다: %1</translation>
    </message>
    <message>
        <source>%1 cannot make a target like %2 (%3).</source>
        <translation>%1 도구에서는 %2(%3) 같은 대상을 만들 수 없습니다.</translation>
    </message>
    <message>
        <source>%1 cannot make environments: its module ensurepip is missing. On Debian and Ubuntu the package %2 brings it.</source>
        <translation>환경을 만들 수 없습니다: %1. ensurepip 모듈이 없습니다. Debian과 Ubuntu에서는 다음 패키지에 들어 있습니다: %2</translation>
    </message>
    <message>
        <source>%1 cannot say this.</source>
        <translation>%1 형식에서는 이것을 나타낼 수 없습니다.</translation>
    </message>
    <message>
        <source>%1 changed each of the three times that it was read. The snapshot was not made.</source>
        <translation>세 번 읽는 동안 매번 바뀌었습니다: %1. 스냅샷을 만들지 않았습니다.</translation>
    </message>
    <message>
        <source>%1 changed, %2 new, %3 gone. %4 files are as they were; what differs is %5.</source>
        <comment>four counts, a size</comment>
        <translation>바뀜 %1, 새로 생김 %2, 없어짐 %3. 파일 %4개는 그대로이며, 달라진 크기는 %5입니다.</translation>
    </message>
    <message>
        <source>%1 cores, %2 GB</source>
        <translation>코어 %1개, %2 GB</translation>
    </message>
    <message>
        <source>%1 could not be attached.</source>
        <translation>연결하지 못했습니다: %1.</translation>
    </message>
    <message>
        <source>%1 could not be deleted.</source>
        <translation>삭제하지 못했습니다: %1.</translation>
    </message>
    <message>
        <source>%1 could not be detached.</source>
        <translation>분리하지 못했습니다: %1.</translation>
    </message>
    <message>
        <source>%1 could not be locked.</source>
        <translation>잠글 수 없습니다: %1</translation>
    </message>
    <message>
        <source>%1 could not be looked at on %2.</source>
        <translation>%2에서 조회할 수 없습니다: %1</translation>
    </message>
    <message>
        <source>%1 could not be looked at.</source>
        <translation>살펴볼 수 없습니다: %1</translation>
    </message>
    <message>
        <source>%1 could not be made.</source>
        <translation>만들지 못했습니다: %1.</translation>
    </message>
    <message>
        <source>%1 could not be made. The snapshot was not made and nothing of it was kept.</source>
        <translation>만들 수 없습니다: %1. 스냅샷을 만들지 않았고 아무것도 남기지 않았습니다.</translation>
    </message>
    <message>
        <source>%1 could not be opened.</source>
        <translation>열 수 없습니다: %1</translation>
    </message>
    <message>
        <source>%1 could not be read on %2.</source>
        <translation>%2에서 읽을 수 없습니다: %1</translation>
    </message>
    <message>
        <source>%1 could not be read.</source>
        <translation>읽을 수 없습니다: %1</translation>
    </message>
    <message>
        <source>%1 could not be read; it was there when the files were listed. The snapshot was not made.</source>
        <translation>읽을 수 없습니다: %1. 파일 목록을 만들 때는 있었습니다. 스냅샷을 만들지 않았습니다.</translation>
    </message>
    <message>
        <source>%1 could not be resized.</source>
        <translation>%1의 크기를 바꾸지 못했습니다.</translation>
    </message>
    <message>
        <source>%1 could not be started.</source>
        <translation>시작할 수 없습니다: %1</translation>
    </message>
    <message>
        <source>%1 could not be written on %2.</source>
        <translation>%2에 쓸 수 없습니다: %1</translation>
    </message>
    <message>
        <source>%1 could not be written.</source>
        <translation>쓸 수 없습니다: %1</translation>
    </message>
    <message>
        <source>%1 could not be written. The earlier file is unchanged.</source>
        <translation>쓸 수 없습니다: %1. 이전 파일은 그대로입니다.</translation>
    </message>
    <message>
        <source>%1 could not connect to port %3 of %2.</source>
        <translation>%1에서 %2의 포트 %3에 연결할 수 없었습니다.</translation>
    </message>
    <message>
        <source>%1 could not prove with its certificate that it is what it says.</source>
        <translation>인증서로 신원을 증명하지 못했습니다: %1</translation>
    </message>
    <message>
        <source>%1 d %2 h</source>
        <comment>days and hours</comment>
        <translation>%1일 %2시간</translation>
    </message>
    <message>
        <source>%1 defines neither init() nor run(x).</source>
        <translation>%1에 init()도 run(x)도 정의되어 있지 않습니다.</translation>
    </message>
    <message>
        <source>%1 detached: %2</source>
        <comment>a target, a summary</comment>
        <translation>분리됨: %1, %2</translation>
    </message>
    <message>
        <source>%1 did not answer within %2 s and was ended.</source>
        <translation>%2초 안에 응답하지 않아 종료했습니다: %1</translation>
    </message>
    <message>
        <source>%1 did not answer within %2 s.</source>
        <translation>%2초 안에 응답하지 않았습니다: %1</translation>
    </message>
    <message>
        <source>%1 did not end within %2 s.</source>
        <translation>%1: %2초 안에 끝나지 않았습니다.</translation>
    </message>
    <message>
        <source>%1 did not give the sign-in for %2.</source>
        <translation>%1 쪽에서 %2의 로그인 정보를 주지 않았습니다.</translation>
    </message>
    <message>
        <source>%1 did not reach port %3 of %2 within %4 s.</source>
        <translation>%1에서 %2의 포트 %3에 %4초 안에 연결하지 못했습니다.</translation>
    </message>
    <message>
        <source>%1 did not start</source>
        <comment>an endpoint</comment>
        <translation>시작되지 않음: %1</translation>
    </message>
    <message>
        <source>%1 did not take the token.</source>
        <translation>%1 쪽에서 토큰을 받아들이지 않았습니다.</translation>
    </message>
    <message>
        <source>%1 does not belong to the cloud %2: Mooring does not send the token there.</source>
        <translation>클라우드 %2에 속하지 않는 주소입니다: %1. Mooring은 그곳으로 토큰을 보내지 않습니다.</translation>
    </message>
    <message>
        <source>%1 does not run commands for this account.</source>
        <translation>이 계정의 명령을 실행하지 않습니다: %1.</translation>
    </message>
    <message>
        <source>%1 does not run: start it first.</source>
        <translation>작동하지 않는 엔드포인트입니다: %1. 먼저 시작하십시오.</translation>
    </message>
    <message>
        <source>%1 does not say what its addresses are.</source>
        <translation>자신의 주소를 알려 주지 않습니다: %1</translation>
    </message>
    <message>
        <source>%1 does not start as a Python.</source>
        <translation>Python으로 시작되지 않습니다: %1</translation>
    </message>
    <message>
        <source>%1 ended the sign-in.</source>
        <translation>서버가 로그인을 끝냈습니다: %1.</translation>
    </message>
    <message>
        <source>%1 files or folders cannot be read, so the snapshot would lack them: %2 …</source>
        <translation>읽을 수 없는 파일 또는 폴더 %1개가 스냅샷에서 빠지게 됩니다: %2 …</translation>
    </message>
    <message>
        <source>%1 h</source>
        <comment>hours</comment>
        <translation>%1시간</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1시간 %2분</translation>
    </message>
    <message>
        <source>%1 h ago</source>
        <translation>%1시간 전</translation>
    </message>
    <message>
        <source>%1 has no Azure ML inference server.</source>
        <translation>%1에 Azure ML 추론 서버가 없습니다.</translation>
    </message>
    <message>
        <source>%1 has no Python 3.6 or later: all files are sent, also those that are there already.</source>
        <translation>Python 3.6 이상이 없는 컴퓨터입니다: %1. 이미 있는 파일까지 모두 보냅니다.</translation>
    </message>
    <message>
        <source>%1 has no deployment, and so no log.</source>
        <translation>배포가 없어 로그도 없습니다: %1</translation>
    </message>
    <message>
        <source>%1 has no file transfer (SFTP).</source>
        <translation>파일 전송(SFTP)을 지원하지 않습니다: %1.</translation>
    </message>
    <message>
        <source>%1 has no scoring address.</source>
        <translation>채점 주소가 없습니다: %1</translation>
    </message>
    <message>
        <source>%1 has no words for this.</source>
        <translation>%1 형식에서는 이것을 나타낼 수 없습니다.</translation>
    </message>
    <message>
        <source>%1 has not been checked yet, so its home folder is not known.</source>
        <translation>아직 검사하지 않아 홈 폴더를 알 수 없습니다: %1</translation>
    </message>
    <message>
        <source>%1 holds a NUL character, which no program can receive.</source>
        <translation>어떤 프로그램도 받을 수 없는 NUL 문자가 들어 있습니다: %1</translation>
    </message>
    <message>
        <source>%1 hung up.</source>
        <translation>%1 쪽에서 연결을 끊었습니다.</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <translation>%1, 위치 %2</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <comment>%1 a script, %2 a folder</comment>
        <translation>%2의 %1</translation>
    </message>
    <message>
        <source>%1 in %2 ms</source>
        <translation>%1, %2 ms</translation>
    </message>
    <message>
        <source>%1 in %2 ms: %3</source>
        <translation>%1, %2 ms: %3</translation>
    </message>
    <message>
        <source>%1 in %2. %3</source>
        <comment>counts of checks, how long, what works</comment>
        <translation>%1, %2. %3</translation>
    </message>
    <message>
        <source>%1 in the keychain</source>
        <translation>키체인의 %1</translation>
    </message>
    <message>
        <source>%1 in the keychain: %2</source>
        <translation>키체인의 %1: %2</translation>
    </message>
    <message>
        <source>%1 is Python %2. Runs need Python 3.6 or later.</source>
        <translation>Python %2입니다: %1. 실행에는 Python 3.6 이상이 필요합니다.</translation>
    </message>
    <message>
        <source>%1 is a PuTTY key, which Mooring cannot read.</source>
        <translation>PuTTY 키는 Mooring에서 읽을 수 없습니다: %1.</translation>
    </message>
    <message>
        <source>%1 is a certificate, not the private key.</source>
        <translation>개인 키가 아니라 인증서입니다: %1.</translation>
    </message>
    <message>
        <source>%1 is a cluster: its nodes come and go by themselves.</source>
        <translation>%1: 클러스터이므로 노드가 스스로 늘고 줄어듭니다.</translation>
    </message>
    <message>
        <source>%1 is a conda file, and this target has no tool that builds it.</source>
        <translation>conda 파일이지만 이 계산 대상에는 이를 빌드할 도구가 없습니다: %1</translation>
    </message>
    <message>
        <source>%1 is a database of another program. It was not touched.</source>
        <translation>다른 프로그램의 데이터베이스입니다: %1. 건드리지 않았습니다.</translation>
    </message>
    <message>
        <source>%1 is a file. Choose the folder that holds it.</source>
        <translation>파일입니다: %1. 그 파일이 들어 있는 폴더를 고르십시오.</translation>
    </message>
    <message>
        <source>%1 is a key in the format of SSH Communications (RFC 4716), which Mooring cannot read.</source>
        <translation>SSH Communications 형식(RFC 4716)의 키는 Mooring에서 읽을 수 없습니다: %1.</translation>
    </message>
    <message>
        <source>%1 is a number from 1 to 65535.</source>
        <translation>1에서 65535 사이의 수여야 합니다: %1</translation>
    </message>
    <message>
        <source>%1 is a private key. Name the public one.</source>
        <translation>%1 파일에는 개인 키가 들어 있습니다. 공개 키를 지정하십시오.</translation>
    </message>
    <message>
        <source>%1 is a secret and is not taken as a plain value.</source>
        <translation>비밀 값이므로 일반 값으로 받지 않습니다: %1</translation>
    </message>
    <message>
        <source>%1 is already in %2 with other content. Nothing was copied.</source>
        <translation>%2에 내용이 다른 파일이 이미 있습니다: %1. 아무것도 복사하지 않았습니다.</translation>
    </message>
    <message>
        <source>%1 is always there and cannot be detached.</source>
        <translation>항상 있으므로 분리할 수 없습니다: %1</translation>
    </message>
    <message>
        <source>%1 is always there and cannot be removed.</source>
        <translation>항상 있는 것이므로 제거할 수 없습니다: %1</translation>
    </message>
    <message>
        <source>%1 is always there: there is nothing to export.</source>
        <translation>항상 있는 계산 대상이므로 내보낼 것이 없습니다: %1</translation>
    </message>
    <message>
        <source>%1 is an address that starts with https:// or http://.</source>
        <translation>https:// 또는 http://로 시작하는 주소여야 합니다: %1</translation>
    </message>
    <message>
        <source>%1 is an instance: it has one machine.</source>
        <translation>%1: 인스턴스이므로 컴퓨터가 하나뿐입니다.</translation>
    </message>
    <message>
        <source>%1 is an online endpoint of the workspace %2, which others made: Mooring shows it, sends it requests and reads its logs, and changes nothing of it.</source>
        <translation>%1: 작업 영역 %2의 온라인 엔드포인트이며 다른 사람이 만들었습니다. Mooring은 보여 주고, 요청을 보내고, 로그를 읽을 뿐 아무것도 변경하지 않습니다.</translation>
    </message>
    <message>
        <source>%1 is attached</source>
        <comment>a target</comment>
        <translation>연결되었습니다: %1</translation>
    </message>
    <message>
        <source>%1 is damaged at byte %2. Its scalars before that are shown.</source>
        <translation>%2번째 바이트가 손상되었습니다: %1. 그 앞의 값만 표시합니다.</translation>
    </message>
    <message>
        <source>%1 is deleted from this computer. A run that needs it builds it again.</source>
        <translation>이 컴퓨터에서 삭제됩니다: %1. 필요한 실행이 있으면 다시 빌드합니다.</translation>
    </message>
    <message>
        <source>%1 is deleted, with its machines and their disks.</source>
        <comment>a target</comment>
        <translation>컴퓨터와 디스크까지 삭제되었습니다: %1</translation>
    </message>
    <message>
        <source>%1 is deployed</source>
        <comment>an endpoint</comment>
        <translation>배포됨: %1</translation>
    </message>
    <message>
        <source>%1 is gone</source>
        <translation>%1 없음</translation>
    </message>
    <message>
        <source>%1 is gone on the target. What was copied before stays.</source>
        <translation>계산 대상에서 %1 파일이 없어졌습니다. 이전에 복사한 내용은 그대로 둡니다.</translation>
    </message>
    <message>
        <source>%1 is in the group docker, but not in this session yet.</source>
        <translation>%1 사용자는 docker 그룹에 있지만 이 세션에는 아직 적용되지 않았습니다.</translation>
    </message>
    <message>
        <source>%1 is in the source folder and did not go along (%2).</source>
        <translation>%1 파일은 원본 폴더에 있지만 함께 복사되지 않았습니다(%2).</translation>
    </message>
    <message>
        <source>%1 is in use.</source>
        <translation>사용 중입니다: %1</translation>
    </message>
    <message>
        <source>%1 is larger than 1 MB. Its rules were not read, so nothing was planned.</source>
        <translation>1 MB보다 큽니다: %1. 규칙을 읽지 않았으므로 아무것도 계획하지 않았습니다.</translation>
    </message>
    <message>
        <source>%1 is larger than expected and was not read.</source>
        <translation>예상보다 커서 읽지 않았습니다: %1</translation>
    </message>
    <message>
        <source>%1 is longer than 131071 bytes, more than the system passes to a program.</source>
        <translation>시스템이 프로그램에 넘길 수 있는 131071바이트보다 깁니다: %1</translation>
    </message>
    <message>
        <source>%1 is made</source>
        <comment>a target</comment>
        <translation>만들어졌습니다: %1</translation>
    </message>
    <message>
        <source>%1 is missing.</source>
        <translation>%1이(가) 없습니다.</translation>
    </message>
    <message>
        <source>%1 is needed.</source>
        <translation>필요합니다: %1</translation>
    </message>
    <message>
        <source>%1 is neither a requirements file nor a conda file.</source>
        <translation>requirements 파일도 conda 파일도 아닙니다: %1</translation>
    </message>
    <message>
        <source>%1 is no host of this service: Mooring does not send the token there.</source>
        <translation>%1 주소는 이 서비스의 호스트가 아닙니다. Mooring은 토큰을 그곳에 보내지 않습니다.</translation>
    </message>
    <message>
        <source>%1 is no inference host of the cloud %2: Mooring does not send your token there.</source>
        <translation>%1 주소는 클라우드 %2의 추론 호스트가 아닙니다. Mooring은 그곳으로 토큰을 보내지 않습니다.</translation>
    </message>
    <message>
        <source>%1 is no private key of SSH.</source>
        <translation>%1 파일은 SSH 개인 키가 아닙니다.</translation>
    </message>
    <message>
        <source>%1 is not a file that can be read.</source>
        <translation>읽을 수 있는 파일이 아닙니다: %1</translation>
    </message>
    <message>
        <source>%1 is not a folder.</source>
        <translation>폴더가 아닙니다: %1</translation>
    </message>
    <message>
        <source>%1 is not a private key that Mooring knows.</source>
        <translation>Mooring에서 알 수 있는 개인 키가 아닙니다: %1.</translation>
    </message>
    <message>
        <source>%1 is not a secret.</source>
        <translation>비밀 값이 아닙니다: %1</translation>
    </message>
    <message>
        <source>%1 is not an environment of Mooring.</source>
        <translation>Mooring의 환경이 아닙니다: %1</translation>
    </message>
    <message>
        <source>%1 is not as you wanted it.</source>
        <comment>a target</comment>
        <translation>원하는 상태가 되지 않았습니다: %1</translation>
    </message>
    <message>
        <source>%1 is not on this computer: it is downloaded first.</source>
        <translation>%1: 이 컴퓨터에 없으므로 먼저 내려받습니다.</translation>
    </message>
    <message>
        <source>%1 is not signed in.</source>
        <translation>로그인되어 있지 않습니다: %1</translation>
    </message>
    <message>
        <source>%1 is not storage of the cloud %2: Mooring does not use it.</source>
        <translation>%1 주소는 클라우드 %2의 저장소가 아닙니다. Mooring은 쓰지 않습니다.</translation>
    </message>
    <message>
        <source>%1 is not there any more. This is what was seen of it.</source>
        <translation>이제 없는 계산 대상입니다: %1. 그동안 확인한 내용만 표시합니다.</translation>
    </message>
    <message>
        <source>%1 is on record in %2, which Mooring never changes.</source>
        <translation>%1의 기록은 %2에 있으며, Mooring은 이 파일을 바꾸지 않습니다.</translation>
    </message>
    <message>
        <source>%1 is on this computer, %2: nothing is downloaded for it.</source>
        <translation>%1: 이 컴퓨터에 있으며(%2) 내려받지 않습니다.</translation>
    </message>
    <message>
        <source>%1 is one line without control characters.</source>
        <translation>제어 문자가 없는 한 줄이어야 합니다: %1</translation>
    </message>
    <message>
        <source>%1 is one of: %2.</source>
        <translation>%1의 값은 다음 가운데 하나입니다: %2</translation>
    </message>
    <message>
        <source>%1 is still in the state %2; Mooring stopped watching it.</source>
        <translation>%1: 아직 %2 상태이며, Mooring은 지켜보기를 그만두었습니다.</translation>
    </message>
    <message>
        <source>%1 is the public half of a key.</source>
        <translation>키의 공개 부분입니다: %1.</translation>
    </message>
    <message>
        <source>%1 is there already; nothing was fetched.</source>
        <translation>%1 파일이 이미 있어 아무것도 가져오지 않았습니다.</translation>
    </message>
    <message>
        <source>%1 is true or false.</source>
        <translation>true 또는 false여야 합니다: %1</translation>
    </message>
    <message>
        <source>%1 is writing to the workspace. Nothing was changed.</source>
        <translation>작업 영역에 쓰고 있는 프로그램: %1. 아무것도 바꾸지 않았습니다.</translation>
    </message>
    <message>
        <source>%1 keeps answering on %2 until the new one is healthy, then it is stopped.</source>
        <translation>새 엔드포인트가 정상이 될 때까지 %1 엔드포인트가 포트 %2에서 계속 응답하고, 그 뒤에 중지됩니다.</translation>
    </message>
    <message>
        <source>%1 keeps the workspace locked. Nothing was changed.</source>
        <translation>작업 영역을 잠그고 있는 프로그램: %1. 아무것도 바꾸지 않았습니다.</translation>
    </message>
    <message>
        <source>%1 kept</source>
        <translation>%1 보관</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>%1 남음</translation>
    </message>
    <message>
        <source>%1 left</source>
        <comment>%1 a duration</comment>
        <translation>%1 남음</translation>
    </message>
    <message>
        <source>%1 line %2 installs from a folder (%3). A kept environment would go on using the folder of its first run.</source>
        <translation>%1의 %2번째 줄이 폴더에서 설치합니다(%3). 보관된 환경은 첫 실행의 폴더를 계속 쓰게 됩니다.</translation>
    </message>
    <message>
        <source>%1 line %2 names a file of constraints, which Azure ML does not get.</source>
        <translation>%1의 %2번째 줄은 제약 조건 파일을 지정하지만 Azure ML에는 전달되지 않습니다.</translation>
    </message>
    <message>
        <source>%1 lines</source>
        <translation>%1줄</translation>
    </message>
    <message>
        <source>%1 looks it up</source>
        <translation>%1에서 조회함</translation>
    </message>
    <message>
        <source>%1 made this endpoint: Mooring shows it and changes nothing of it.</source>
        <comment>a program</comment>
        <translation>다른 프로그램(%1)에서 만든 엔드포인트입니다. Mooring은 보여 주기만 하고 바꾸지 않습니다.</translation>
    </message>
    <message>
        <source>%1 may not use Docker on this target.</source>
        <translation>%1 사용자는 이 계산 대상에서 Docker를 사용할 수 없습니다.</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1분</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1분 %2초</translation>
    </message>
    <message>
        <source>%1 min ago</source>
        <translation>%1분 전</translation>
    </message>
    <message>
        <source>%1 more in this line</source>
        <translation>이 줄에 %1 더 있음</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>%1 names no host.</source>
        <translation>호스트 이름이 없습니다: %1</translation>
    </message>
    <message>
        <source>%1 new lines</source>
        <translation>새 줄 %1개</translation>
    </message>
    <message>
        <source>%1 node hours</source>
        <translation>노드 시간 %1</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1/%2</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>rungs that ended, all</comment>
        <translation>%2개 중 %1개</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>shown, all</comment>
        <translation>%2 중 %1</translation>
    </message>
    <message>
        <source>%1 of %2 are there already</source>
        <translation>%2 중 %1: 이미 그곳에 있음</translation>
    </message>
    <message>
        <source>%1 of %2 characters agree so far.</source>
        <translation>%2자 중 %1자까지 같습니다.</translation>
    </message>
    <message>
        <source>%1 of %2 files</source>
        <comment>%1 go along</comment>
        <translation>파일 %2개 중 %1개</translation>
    </message>
    <message>
        <source>%1 of %2 free</source>
        <translation>%2 중 %1 사용 가능</translation>
    </message>
    <message>
        <source>%1 of %2 free, %3 for temporary files</source>
        <translation>%2 중 %1 사용 가능, 임시 파일용 %3</translation>
    </message>
    <message>
        <source>%1 of %2 settings differ</source>
        <translation>설정 %2개 중 %1개가 다름</translation>
    </message>
    <message>
        <source>%1 of %2, %3</source>
        <translation>%1/%2, %3</translation>
    </message>
    <message>
        <source>%1 opened no channel for a command.</source>
        <translation>명령을 위한 채널이 열리지 않았습니다: %1.</translation>
    </message>
    <message>
        <source>%1 opens no workspace.</source>
        <translation>작업 영역을 열 수 없는 파일입니다: %1.</translation>
    </message>
    <message>
        <source>%1 per second</source>
        <translation>초당 %1건</translation>
    </message>
    <message>
        <source>%1 points to another place, which Mooring does not follow: a token must not reach a second host.</source>
        <translation>다른 곳을 가리키는 응답이 왔습니다: %1. 토큰이 다른 호스트에 닿으면 안 되므로 Mooring은 따라가지 않습니다.</translation>
    </message>
    <message>
        <source>%1 refused the connection on port %2.</source>
        <translation>%1의 포트 %2에서 연결을 거부했습니다.</translation>
    </message>
    <message>
        <source>%1 refused the sign-in.</source>
        <translation>로그인이 거부되었습니다: %1.</translation>
    </message>
    <message>
        <source>%1 requests, %2 errors</source>
        <translation>요청 %1, 오류 %2</translation>
    </message>
    <message>
        <source>%1 runs there and goes on, but nobody follows it then. Nothing can be removed before it has ended.</source>
        <comment>a run</comment>
        <translation>실행 중이며 계속되지만 이후에는 추적하지 않습니다: %1. 끝나기 전에는 아무것도 제거할 수 없습니다.</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1초</translation>
    </message>
    <message>
        <source>%1 s ago</source>
        <translation>%1초 전</translation>
    </message>
    <message>
        <source>%1 sent a packed answer (%2) although none was asked for.</source>
        <translation>요청하지 않은 압축 응답(%2)이 왔습니다: %1</translation>
    </message>
    <message>
        <source>%1 shows a key that is on record already.</source>
        <comment>a machine</comment>
        <translation>보여 준 키가 이미 기록되어 있습니다: %1</translation>
    </message>
    <message>
        <source>%1 shows a key that is revoked</source>
        <comment>a host</comment>
        <translation>폐기된 키를 제시했습니다: %1</translation>
    </message>
    <message>
        <source>%1 shows another key than the one on record</source>
        <comment>a host</comment>
        <translation>기록과 다른 키를 제시했습니다: %1</translation>
    </message>
    <message>
        <source>%1 stands twice on the way.</source>
        <translation>%1이(가) 경로에 두 번 나옵니다.</translation>
    </message>
    <message>
        <source>%1 steps</source>
        <translation>%1단계</translation>
    </message>
    <message>
        <source>%1 takes FIELD=VALUE, and “=” is missing.</source>
        <translation>FIELD=VALUE 형식이어야 하지만 “=”가 없습니다: %1</translation>
    </message>
    <message>
        <source>%1 there and back, same hash; %2</source>
        <translation>%1 왕복, 해시 같음; %2</translation>
    </message>
    <message>
        <source>%1 took none of the keys; it takes a password.</source>
        <translation>어떤 키도 수락되지 않았으며, 암호로 로그인할 수 있습니다: %1.</translation>
    </message>
    <message>
        <source>%1 took nothing for %2 s.</source>
        <translation>%1 쪽에서 %2초 동안 아무것도 받지 않았습니다.</translation>
    </message>
    <message>
        <source>%1 updates folded</source>
        <translation>갱신 %1회 접음</translation>
    </message>
    <message>
        <source>%1 v%2</source>
        <comment>model, version</comment>
        <translation>%1 v%2</translation>
    </message>
    <message>
        <source>%1 wants a password.</source>
        <translation>암호가 필요합니다: %1.</translation>
    </message>
    <message>
        <source>%1 was attached, not made by the workspace: Mooring does not touch the thing itself.</source>
        <translation>%1: 작업 영역이 만든 것이 아니라 연결한 것입니다. Mooring은 그 자체를 건드리지 않습니다.</translation>
    </message>
    <message>
        <source>%1 was here already.</source>
        <translation>이미 여기에 있었습니다: %1.</translation>
    </message>
    <message>
        <source>%1 was made by the workspace, not attached.</source>
        <translation>%1: 연결한 것이 아니라 작업 영역이 만든 것입니다.</translation>
    </message>
    <message>
        <source>%1 was not attached. %2: %3</source>
        <translation>연결되지 않았습니다: %1. %2: %3</translation>
    </message>
    <message>
        <source>%1 was not built</source>
        <comment>an endpoint</comment>
        <translation>빌드되지 않음: %1</translation>
    </message>
    <message>
        <source>%1 was not deleted.</source>
        <comment>a target</comment>
        <translation>삭제되지 않았습니다: %1</translation>
    </message>
    <message>
        <source>%1 was not detached.</source>
        <comment>a target</comment>
        <translation>분리되지 않았습니다: %1</translation>
    </message>
    <message>
        <source>%1 was not made by the workspace.</source>
        <translation>%1: 작업 영역이 만든 것이 아닙니다.</translation>
    </message>
    <message>
        <source>%1 was not made by the workspace: what it costs is billed apart.</source>
        <translation>작업 영역이 만든 계산 대상이 아니므로 비용이 따로 청구됩니다: %1</translation>
    </message>
    <message>
        <source>%1 was not opened.</source>
        <translation>열지 못했습니다: %1.</translation>
    </message>
    <message>
        <source>%1 was not resized.</source>
        <comment>a target</comment>
        <translation>크기가 조정되지 않았습니다: %1</translation>
    </message>
    <message>
        <source>%1 was replaced by other content on the target. What was copied before stays; the new content is not copied.</source>
        <translation>계산 대상에서 %1 파일이 다른 내용으로 바뀌었습니다. 이전에 복사한 내용은 그대로 두며 새 내용은 복사하지 않습니다.</translation>
    </message>
    <message>
        <source>%1 was silent for %2 s.</source>
        <translation>%1: %2초 동안 응답이 없었습니다.</translation>
    </message>
    <message>
        <source>%1 was stopped, as asked.</source>
        <translation>요청에 따라 중지했습니다: %1</translation>
    </message>
    <message>
        <source>%1 would be copied into the run&apos;s folder and stay there with it. Its value is not shown here.</source>
        <translation>실행의 폴더로 복사되어 함께 남게 됩니다: %1. 값은 여기에 표시하지 않습니다.</translation>
    </message>
    <message>
        <source>%1 would be readable to everyone with access to %2. Its value is not shown here.</source>
        <translation>%2에 접근할 수 있는 모든 사람이 읽을 수 있게 됩니다: %1. 값은 여기에 표시하지 않습니다.</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>files, size</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>how long, when</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>name, region</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>node, state</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>state, check</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>target, summary</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>what was chosen, what it leads to</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1, %2 at %3</source>
        <translation>%1, %3 위치에서 %2</translation>
    </message>
    <message>
        <source>%1, %2 so far</source>
        <translation>%1, 지금까지 %2</translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <comment>title, current line, elapsed</comment>
        <translation>%1, %2, %3</translation>
    </message>
    <message>
        <source>%1, %2, kernel %3</source>
        <translation>%1, %2, 커널 %3</translation>
    </message>
    <message>
        <source>%1, %2, sent as it is.</source>
        <translation>%1, %2, 그대로 보냅니다.</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n</source>
        <comment>%1 a group, %n how many</comment>
        <translation>
            <numerusform>%1, %n개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %n left.</source>
        <translation>
            <numerusform>%1, %n개 남음.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %n series, last %2 at %3</source>
        <translation>
            <numerusform>%1, 계열 %n개, 마지막 값 %2(%3)</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, API %2</source>
        <translation>%1, API %2</translation>
    </message>
    <message>
        <source>%1, Python %2</source>
        <comment>%1 a file, %2 a version</comment>
        <translation>%1, Python %2</translation>
    </message>
    <message>
        <source>%1, a private address</source>
        <translation>%1, 사설 주소</translation>
    </message>
    <message>
        <source>%1, all answered</source>
        <comment>requests</comment>
        <translation>%1건, 모두 응답</translation>
    </message>
    <message numerus="yes">
        <source>%1, and %n more</source>
        <translation>
            <numerusform>%1 외 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, differs</source>
        <translation>%1, 다름</translation>
    </message>
    <message>
        <source>%1, driver %2</source>
        <translation>%1, 드라이버 %2</translation>
    </message>
    <message>
        <source>%1, failed its checks</source>
        <comment>a target</comment>
        <translation>%1, 검사 실패</translation>
    </message>
    <message>
        <source>%1, kept apart</source>
        <translation>%1, 별도 집계</translation>
    </message>
    <message>
        <source>%1, last %2 at %3</source>
        <translation>%1, 마지막 값 %2(%3)</translation>
    </message>
    <message>
        <source>%1, line %2</source>
        <translation>%1, %2번째 줄</translation>
    </message>
    <message>
        <source>%1, line %2</source>
        <comment>a file</comment>
        <translation>%1, %2번째 줄</translation>
    </message>
    <message>
        <source>%1, line %2, in %3</source>
        <translation>%1, %2번째 줄, %3</translation>
    </message>
    <message>
        <source>%1, line %2: %3</source>
        <translation>%1, %2번째 줄: %3</translation>
    </message>
    <message>
        <source>%1, line %2: %3 looks like a secret</source>
        <translation>비밀 값으로 보입니다: %3(%1, %2번째 줄)</translation>
    </message>
    <message>
        <source>%1, load %2</source>
        <translation>%1개, 부하 %2</translation>
    </message>
    <message>
        <source>%1, load %2</source>
        <comment>cores</comment>
        <translation>%1, 부하 %2</translation>
    </message>
    <message>
        <source>%1, looked for %2 ago</source>
        <comment>an engine, a duration</comment>
        <translation>%1, %2 전에 찾음</translation>
    </message>
    <message>
        <source>%1, no values yet</source>
        <translation>%1, 아직 값 없음</translation>
    </message>
    <message>
        <source>%1, none left.</source>
        <translation>%1, 남은 것 없음.</translation>
    </message>
    <message>
        <source>%1, of them %2 too late</source>
        <translation>%1건, 그중 %2건 시간 초과</translation>
    </message>
    <message>
        <source>%1, on %2. Nothing was sent or started yet.</source>
        <comment>script in folder, target</comment>
        <translation>%1, 계산 대상: %2. 아직 아무것도 보내거나 시작하지 않았습니다.</translation>
    </message>
    <message>
        <source>%1, on %2. The Python that it runs with.</source>
        <comment>script in folder, target</comment>
        <translation>%1, 계산 대상: %2. 실행에 쓸 Python입니다.</translation>
    </message>
    <message>
        <source>%1, on %2. This is exactly what will be copied; nothing was sent yet.</source>
        <comment>script in folder, target</comment>
        <translation>%1, 계산 대상: %2. 정확히 이것이 복사됩니다. 아직 아무것도 보내지 않았습니다.</translation>
    </message>
    <message>
        <source>%1, on record in %2, line %3</source>
        <translation>%1, %2 %3행에 기록됨</translation>
    </message>
    <message>
        <source>%1, on this computer. Nothing was copied or started yet.</source>
        <comment>script in folder</comment>
        <translation>%1, 이 컴퓨터. 아직 아무것도 복사하거나 시작하지 않았습니다.</translation>
    </message>
    <message>
        <source>%1, on this computer. The Python that it runs with.</source>
        <comment>script in folder</comment>
        <translation>%1, 이 컴퓨터. 실행에 쓸 Python입니다.</translation>
    </message>
    <message>
        <source>%1, on this computer. This is exactly what will be copied; nothing was copied yet.</source>
        <comment>script in folder</comment>
        <translation>%1, 이 컴퓨터. 정확히 이것이 복사됩니다. 아직 아무것도 복사하지 않았습니다.</translation>
    </message>
    <message>
        <source>%1, port %2</source>
        <translation>%1, 포트 %2</translation>
    </message>
    <message>
        <source>%1, preparing</source>
        <comment>a deployment</comment>
        <translation>%1, 준비</translation>
    </message>
    <message>
        <source>%1, sent as they are.</source>
        <translation>%1, 그대로 보냅니다.</translation>
    </message>
    <message>
        <source>%1, through %2</source>
        <translation>%1, 경유: %2</translation>
    </message>
    <message>
        <source>%1, trusted now</source>
        <translation>%1, 지금 신뢰함</translation>
    </message>
    <message>
        <source>%1, version %2, answers on %3.</source>
        <comment>an endpoint, a number, a port or an address</comment>
        <translation>%1, %2번 버전이 %3에서 응답합니다.</translation>
    </message>
    <message>
        <source>%1, where known machines are kept, could not be written.</source>
        <translation>알려진 호스트를 보관하는 %1에 쓸 수 없습니다.</translation>
    </message>
    <message>
        <source>%1, with a passphrase.</source>
        <translation>%1, 암호문구 있음.</translation>
    </message>
    <message>
        <source>%1, without a passphrase.</source>
        <translation>%1, 암호문구 없음.</translation>
    </message>
    <message>
        <source>%1, without venv</source>
        <translation>%1, venv 없음</translation>
    </message>
    <message>
        <source>%1, works for %2</source>
        <translation>%1, 실행 %2 처리 중</translation>
    </message>
    <message>
        <source>%1.</source>
        <comment>number in a list</comment>
        <translation>%1.</translation>
    </message>
    <message>
        <source>%1. The host does not let Mooring look for others.</source>
        <translation>%1. 호스트가 다른 프로세스를 찾는 것을 허용하지 않습니다.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>%1 what it is, %2 what goes</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a date, what happens</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a state, names of checks</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a target, why it cannot be chosen</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>check, answer</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>field, what is wrong</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>file name: what is wrong with it</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>job, current step</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>path, what is wrong</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>run, state</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>what, why</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1: %2 (%3 times)</source>
        <translation>%1: %2(%3회)</translation>
    </message>
    <message>
        <source>%1: %2. A run is started only with all its files. Change the permissions, or leave it out.</source>
        <comment>path, cause</comment>
        <translation>%1: %2. 실행은 모든 파일이 있어야 시작됩니다. 권한을 바꾸거나 빼십시오.</translation>
    </message>
    <message>
        <source>%1: %2. To change it:</source>
        <comment>check, what came back</comment>
        <translation>%1: %2. 바꾸려면:</translation>
    </message>
    <message>
        <source>%1: a certificate authority for %2</source>
        <comment>a place, names</comment>
        <translation>%1: %2의 인증 기관</translation>
    </message>
    <message>
        <source>%1: accepted</source>
        <translation>%1: 수락됨</translation>
    </message>
    <message>
        <source>%1: accepted, and more is asked for</source>
        <translation>%1: 수락됨, 추가 인증 필요</translation>
    </message>
    <message>
        <source>%1: ended</source>
        <translation>끝남: %1</translation>
    </message>
    <message>
        <source>%1: failed</source>
        <translation>실패: %1</translation>
    </message>
    <message>
        <source>%1: its passphrase is needed</source>
        <translation>%1: 암호문구 필요</translation>
    </message>
    <message>
        <source>%1: not offered</source>
        <translation>%1: 제시하지 않음</translation>
    </message>
    <message>
        <source>%1: only on that machine</source>
        <comment>a run</comment>
        <translation>%1: 원격 컴퓨터에만 있음</translation>
    </message>
    <message>
        <source>%1: refused</source>
        <translation>%1: 거부됨</translation>
    </message>
    <message>
        <source>%1: wrong passphrase</source>
        <translation>%1: 잘못된 암호문구</translation>
    </message>
    <message>
        <source>%2 does not allow access to %1.</source>
        <translation>%2에서 접근을 허용하지 않습니다: %1.</translation>
    </message>
    <message numerus="yes">
        <source>%n built</source>
        <translation>
            <numerusform>%n개 빌드됨</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n certificates</source>
        <translation>
            <numerusform>인증서 %n개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n container(s)</source>
        <translation>
            <numerusform>컨테이너 %n개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cores</source>
        <translation>
            <numerusform>코어 %n개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n done</source>
        <translation>
            <numerusform>완료 %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n endpoint(s)</source>
        <translation>
            <numerusform>엔드포인트 %n개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n environment(s)</source>
        <translation>
            <numerusform>환경 %n개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n environments</source>
        <translation>
            <numerusform>환경 %n개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>실패 %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n faults are on</source>
        <translation>
            <numerusform>장애 %n개 켜짐</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>파일 %n개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) go, %1 in all.</source>
        <translation>
            <numerusform>파일 %n개, 모두 %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) sent, %1 in all.</source>
        <translation>
            <numerusform>파일 %n개를 보냈습니다(모두 %1).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s), %1</source>
        <translation>
            <numerusform>파일 %n개, %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s), %1, from %2</source>
        <translation>
            <numerusform>파일 %n개, %1, 원본 %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s), %1.</source>
        <translation>
            <numerusform>파일 %n개, %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n files</source>
        <translation>
            <numerusform>파일 %n개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n files cannot be read</source>
        <translation>
            <numerusform>읽을 수 없는 파일 %n개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n files go up</source>
        <translation>
            <numerusform>가는 파일 %n개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n files go up, %1 stay here</source>
        <comment>count</comment>
        <translation>
            <numerusform>파일 %n개 전송, %1개 남음</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n files look like a secret</source>
        <translation>
            <numerusform>비밀 값으로 보이는 파일 %n개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n files read</source>
        <translation>
            <numerusform>파일 %n개 읽음</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n files so far</source>
        <translation>
            <numerusform>지금까지 파일 %n개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n files, %1 to copy.</source>
        <comment>size</comment>
        <translation>
            <numerusform>복사할 파일 %n개, %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n files, %1. Content that the workspace has already is not sent again.</source>
        <comment>size</comment>
        <translation>
            <numerusform>파일 %n개, %1. 작업 영역에 이미 있는 내용은 다시 보내지 않습니다.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n files, %1; %2 stay here</source>
        <comment>size, count</comment>
        <translation>
            <numerusform>파일 %n개, %1. %2개는 여기 남음</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>%n개 찾음</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n going on</source>
        <translation>
            <numerusform>%n개 진행 중</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n keys</source>
        <translation>
            <numerusform>키 %n개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n link(s) or special file(s) stay here.</source>
        <translation>
            <numerusform>링크 또는 특수 파일 %n개는 보내지 않습니다.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n longer</source>
        <comment>answers</comment>
        <translation>
            <numerusform>더 긴 응답 %n건</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n models</source>
        <translation>
            <numerusform>모델 %n개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more rules</source>
        <translation>
            <numerusform>규칙 %n개 더</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n nodes cost now</source>
        <translation>
            <numerusform>노드 %n개가 지금 과금됨</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n nodes, %1 to %2</source>
        <comment>times of day</comment>
        <translation>
            <numerusform>노드 %n개, %1~%2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n package(s)</source>
        <translation>
            <numerusform>패키지 %n개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n packages are asked for. When the run starts, %1 builds it in %2; its log is on the run&apos;s page.</source>
        <translation>
            <numerusform>패키지 %n개가 필요합니다. 실행이 시작되면 %1 도구가 %2 폴더에 빌드합니다. 로그는 실행 페이지에 있습니다.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n passed</source>
        <translation>
            <numerusform>통과 %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pretend services</source>
        <translation>
            <numerusform>연습용 서비스 %n개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n process(es) ended</source>
        <translation>
            <numerusform>프로세스 %n개 종료</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n process(es) ended, none left.</source>
        <translation>
            <numerusform>프로세스 %n개를 종료했고 남은 것이 없습니다.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n process(es) left.</source>
        <translation>
            <numerusform>프로세스 %n개가 남아 있습니다.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n process(es) of runs</source>
        <translation>
            <numerusform>실행의 프로세스 %n개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n requests</source>
        <translation>
            <numerusform>요청 %n건</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n results</source>
        <translation>
            <numerusform>결과 %n개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n reused</source>
        <translation>
            <numerusform>%n개 재사용됨</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n run(s)</source>
        <translation>
            <numerusform>실행 %n개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) found there and taken into this workspace.</source>
        <translation>
            <numerusform>그곳에서 실행 %n개를 찾아 이 작업 영역에 가져왔습니다.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n running</source>
        <translation>
            <numerusform>실행 중 %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n runs</source>
        <translation>
            <numerusform>실행 %n개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n runs stay in this workspace with their logs, metrics and fetched outputs.</source>
        <translation>
            <numerusform>실행 %n개는 로그, 메트릭, 가져온 출력과 함께 이 작업 영역에 남습니다.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n scripts here and one level below.</source>
        <translation>
            <numerusform>이 폴더와 한 단계 아래에 스크립트 %n개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>%n개 선택됨</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n skipped</source>
        <translation>
            <numerusform>건너뜀 %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n targets</source>
        <translation>
            <numerusform>계산 대상 %n개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n things are left there</source>
        <translation>
            <numerusform>%n개가 남아 있음</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to come</source>
        <translation>
            <numerusform>%n개 남음</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n update(s) folded</source>
        <translation>
            <numerusform>갱신 %n회 접음</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warned</source>
        <translation>
            <numerusform>경고 %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n words: %1</source>
        <translation>
            <numerusform>단어 %n개: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n workspaces</source>
        <translation>
            <numerusform>작업 영역 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Attach</source>
        <translation>연결(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Attach in Azure ML</source>
        <translation>Azure ML에 연결(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>뒤로(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Check again</source>
        <translation>다시 검사(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Check now</source>
        <translation>지금 검사(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>편집(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>파일(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>도움말(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Make it</source>
        <translation>만들기(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>다음(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Open %1</source>
        <comment>a target</comment>
        <translation>열기(&amp;O): %1</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation>실행(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Start run</source>
        <translation>실행 시작(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>보기(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Workspace</source>
        <translation>작업 영역(&amp;W)</translation>
    </message>
    <message>
        <source>(missing)</source>
        <translation>(없음)</translation>
    </message>
    <message>
        <source>*.py runs with the environment&apos;s Python, *.sh with sh, any other file must be executable.</source>
        <translation>*.py는 환경의 Python으로, *.sh는 sh로 실행합니다. 다른 파일은 실행 가능해야 합니다.</translation>
    </message>
    <message>
        <source>--accept-host-key and --accept-new-host-key exclude each other.</source>
        <translation>--accept-host-key와 --accept-new-host-key는 함께 쓸 수 없습니다.</translation>
    </message>
    <message>
        <source>--env, --python, --image and --dockerfile exclude each other: give one.</source>
        <translation>--env, --python, --image, --dockerfile은 함께 쓸 수 없습니다. 하나만 지정하십시오.</translation>
    </message>
    <message>
        <source>--follow prints the log as it is; it does not go with --json.</source>
        <translation>--follow는 로그를 그대로 출력하므로 --json과 함께 쓸 수 없습니다.</translation>
    </message>
    <message>
        <source>--python, --env and --image exclude each other: give one.</source>
        <translation>--python, --env, --image는 하나만 지정하십시오.</translation>
    </message>
    <message>
        <source>--secret %1=- reads one line of standard input, which is a terminal here.</source>
        <translation>--secret %1=-는 표준 입력에서 한 줄을 읽지만, 여기서는 표준 입력이 터미널입니다.</translation>
    </message>
    <message>
        <source>--var takes NAME=VALUE, not “%1”.</source>
        <translation>--var는 NAME=VALUE 형식이어야 합니다: “%1”</translation>
    </message>
    <message>
        <source>1 line</source>
        <translation>1줄</translation>
    </message>
    <message>
        <source>1 new line</source>
        <translation>새 줄 1개</translation>
    </message>
    <message>
        <source>1 update folded</source>
        <translation>갱신 1회 접음</translation>
    </message>
    <message>
        <source>2 to 16 letters, digits and hyphens, a letter first, and none of %1.</source>
        <translation>글자로 시작하는 영문자, 숫자, 하이픈 2~16자이며 다음은 쓸 수 없습니다: %1.</translation>
    </message>
    <message>
        <source>2 to 16 letters, digits and hyphens, a letter first.</source>
        <translation>글자로 시작하는 영문자, 숫자, 하이픈 2~16자입니다.</translation>
    </message>
    <message>
        <source>22 when nothing else is said.</source>
        <translation>따로 정하지 않으면 22입니다.</translation>
    </message>
    <message>
        <source>3 to 24 letters, digits and hyphens, a letter first, not ending in a hyphen and digits.</source>
        <translation>글자로 시작하는 영문자, 숫자, 하이픈 3~24자이며 하이픈과 숫자로 끝나지 않습니다.</translation>
    </message>
    <message>
        <source>3 to 24 letters, digits and hyphens, a letter first; unique in the region.</source>
        <translation>영문자, 숫자, 하이픈 3~24자이며 영문자로 시작하고 지역에서 유일해야 합니다.</translation>
    </message>
    <message>
        <source>403 AuthenticationFailed of Batch and of blob storage</source>
        <translation>Batch와 Blob 스토리지의 403 AuthenticationFailed</translation>
    </message>
    <message>
        <source>403 RequestDisallowedByPolicy, 2 levels deep</source>
        <translation>403 RequestDisallowedByPolicy, 두 단계 안쪽</translation>
    </message>
    <message>
        <source>429 with Retry-After</source>
        <translation>Retry-After가 있는 429</translation>
    </message>
    <message>
        <source>&gt; commands</source>
        <translation>&gt; 명령</translation>
    </message>
    <message>
        <source>@ targets</source>
        <translation>@ 계산 대상</translation>
    </message>
    <message>
        <source>A Batch account, for steps of pipelines. Kept as Mooring&apos;s own record.</source>
        <translation>파이프라인 단계를 위한 Batch 계정입니다. Mooring의 자체 기록으로 둡니다.</translation>
    </message>
    <message>
        <source>A Batch account, served at %1.</source>
        <translation>%1에 있는 Batch 계정입니다.</translation>
    </message>
    <message>
        <source>A Dockerfile brings its own environment: name no other beside it.</source>
        <translation>Dockerfile에는 자체 환경이 있습니다. 다른 환경을 함께 지정하지 마십시오.</translation>
    </message>
    <message>
        <source>A Linux machine of the image %1.</source>
        <translation>이미지 %1의 Linux 컴퓨터입니다.</translation>
    </message>
    <message>
        <source>A Python of this computer cannot be used in a container.</source>
        <translation>이 컴퓨터의 Python은 컨테이너에서 쓸 수 없습니다.</translation>
    </message>
    <message>
        <source>A Spark cluster of Azure HDInsight with a public address.</source>
        <translation>공용 주소가 있는 Azure HDInsight Spark 클러스터입니다.</translation>
    </message>
    <message>
        <source>A Spark cluster that runs, with an address for SSH.</source>
        <translation>실행 중이며 SSH 주소가 있는 Spark 클러스터입니다.</translation>
    </message>
    <message>
        <source>A U-SQL account, for steps of pipelines on its default store.</source>
        <translation>기본 저장소에서 파이프라인 단계를 실행하는 U-SQL 계정입니다.</translation>
    </message>
    <message>
        <source>A certificate authority is on record for it (%1, line %2), which Mooring does not judge.</source>
        <translation>이 호스트에는 인증 기관이 기록되어 있으며(%1, %2행), Mooring은 이를 판단하지 않습니다.</translation>
    </message>
    <message>
        <source>A cluster of the kind %1; Azure ML uses Spark.</source>
        <translation>%1 종류의 클러스터입니다. Azure ML은 Spark를 씁니다.</translation>
    </message>
    <message>
        <source>A cluster or an instance of %1</source>
        <comment>a workspace</comment>
        <translation>클러스터 또는 인스턴스, 작업 영역 %1</translation>
    </message>
    <message>
        <source>A cluster: its nodes while they are up, and nothing at 0 nodes. An instance: its machine while it runs; stopped, its disk and its address still cost.</source>
        <translation>클러스터: 켜져 있는 노드만 과금되며 노드가 0개이면 과금되지 않습니다. 인스턴스: 실행 중에는 컴퓨터가, 중지된 뒤에도 디스크와 주소가 과금됩니다.</translation>
    </message>
    <message>
        <source>A compute target needs a name.</source>
        <translation>계산 대상에는 이름이 필요합니다.</translation>
    </message>
    <message>
        <source>A container cannot have %1 cores and %2 GB.</source>
        <translation>컨테이너에 코어 %1개와 %2 GB를 줄 수 없습니다.</translation>
    </message>
    <message>
        <source>A container group in the region of %1. Its address is public and plain HTTP: the key alone guards it. It costs until it is stopped.</source>
        <translation>다음 작업 영역의 지역에 만드는 컨테이너 그룹입니다: %1. 주소는 공개되어 있고 암호화되지 않은 HTTP이며 키로만 보호됩니다. 중지할 때까지 과금됩니다.</translation>
    </message>
    <message>
        <source>A container with one port, which only 127.0.0.1 can reach. No privileges, no socket inside.</source>
        <translation>127.0.0.1에서만 접근할 수 있는 포트 하나를 가진 컨테이너입니다. 특권이 없고 안에 소켓도 없습니다.</translation>
    </message>
    <message>
        <source>A copy of the folder</source>
        <translation>폴더의 복사본</translation>
    </message>
    <message>
        <source>A driver that hangs usually needs a restart of the machine.</source>
        <translation>응답하지 않는 드라이버는 대개 그 컴퓨터를 다시 시작해야 합니다.</translation>
    </message>
    <message>
        <source>A driver that hangs usually needs a restart of this computer.</source>
        <translation>멈춘 드라이버는 대개 이 컴퓨터를 다시 시작해야 풀립니다.</translation>
    </message>
    <message>
        <source>A fault cannot strike “%1”.</source>
        <translation>장애는 “%1”에 일어날 수 없습니다.</translation>
    </message>
    <message>
        <source>A file of settings of more than 1 MB is not read.</source>
        <translation>1 MB보다 큰 설정 파일은 읽지 않습니다.</translation>
    </message>
    <message>
        <source>A file of the run could not be looked for.</source>
        <translation>실행의 파일을 찾을 수 없습니다.</translation>
    </message>
    <message>
        <source>A file of the run could not be read.</source>
        <translation>실행의 파일을 읽지 못했습니다.</translation>
    </message>
    <message>
        <source>A file of the sample project could not be read.</source>
        <translation>샘플 프로젝트의 파일 하나를 읽을 수 없습니다.</translation>
    </message>
    <message>
        <source>A free one</source>
        <translation>빈 포트</translation>
    </message>
    <message>
        <source>A helper script on %1 failed with exit code %2.</source>
        <translation>%1의 보조 스크립트가 실패했습니다(종료 코드 %2).</translation>
    </message>
    <message>
        <source>A helper script on this computer failed with exit code %1.</source>
        <translation>이 컴퓨터에서 보조 스크립트가 실패했습니다. 종료 코드: %1.</translation>
    </message>
    <message>
        <source>A helper script on this computer was ended by signal %1.</source>
        <translation>이 컴퓨터에서 보조 스크립트가 신호로 종료되었습니다: %1</translation>
    </message>
    <message>
        <source>A hub or a project has no compute targets: choose another.</source>
        <translation>허브나 프로젝트에는 계산 대상이 없습니다. 다른 작업 영역을 선택하십시오.</translation>
    </message>
    <message>
        <source>A key was changed</source>
        <translation>키가 바뀜</translation>
    </message>
    <message>
        <source>A local SSH user</source>
        <translation>로컬 SSH 사용자</translation>
    </message>
    <message>
        <source>A log is bytes, never JSON.</source>
        <translation>로그는 바이트 그대로이며 JSON이 아닙니다.</translation>
    </message>
    <message>
        <source>A log that stops</source>
        <translation>멈추는 로그</translation>
    </message>
    <message>
        <source>A machine comes here when you trust its key, or when your known_hosts files name it.</source>
        <translation>키를 신뢰하거나 known_hosts 파일에 이름이 있으면 여기에 나타납니다.</translation>
    </message>
    <message>
        <source>A machine may have several keys: compare with its fingerprint of the type %1.</source>
        <translation>한 컴퓨터에 키가 여러 개 있을 수 있습니다. %1 형식의 지문과 비교하십시오.</translation>
    </message>
    <message>
        <source>A machine with %1; Azure ML supports Ubuntu only.</source>
        <translation>%1 컴퓨터입니다. Azure ML은 Ubuntu만 지원합니다.</translation>
    </message>
    <message>
        <source>A model that is registered in this workspace, in the studio or by a run, is listed here.</source>
        <translation>이 작업 영역에 등록한 모델(스튜디오 또는 실행에서)이 여기에 표시됩니다.</translation>
    </message>
    <message>
        <source>A name has letters, digits, dots, hyphens and underscores, and starts with a letter or digit.</source>
        <translation>이름은 문자나 숫자로 시작하고 문자, 숫자, 점, 붙임표, 밑줄만 쓸 수 있습니다.</translation>
    </message>
    <message>
        <source>A name is needed.</source>
        <translation>이름이 필요합니다.</translation>
    </message>
    <message>
        <source>A name, an alias of ~/.ssh/config, or user@host:port.</source>
        <translation>이름, ~/.ssh/config의 별칭 또는 user@host:port.</translation>
    </message>
    <message>
        <source>A new version of %1</source>
        <comment>an endpoint</comment>
        <translation>새 버전: %1</translation>
    </message>
    <message>
        <source>A new version of an endpoint that is there</source>
        <translation>이미 있는 엔드포인트의 새 버전으로 배포</translation>
    </message>
    <message>
        <source>A node without work goes after that.</source>
        <translation>작업이 없는 노드는 이 시간이 지나면 꺼집니다.</translation>
    </message>
    <message>
        <source>A number, and the currency if you like: 1.20 EUR.</source>
        <translation>숫자를 쓰고, 원하면 통화를 덧붙이십시오: 1.20 EUR.</translation>
    </message>
    <message>
        <source>A password cannot stand in the address.</source>
        <translation>주소에는 암호를 넣을 수 없습니다.</translation>
    </message>
    <message>
        <source>A policy refuses</source>
        <translation>정책이 거절함</translation>
    </message>
    <message>
        <source>A private key</source>
        <translation>개인 키</translation>
    </message>
    <message>
        <source>A process</source>
        <translation>프로세스</translation>
    </message>
    <message>
        <source>A process runs from the environment %1 (process %2). Nothing was deleted.</source>
        <translation>환경에서 실행 중인 프로세스가 있습니다: %1(프로세스 %2). 아무것도 삭제하지 않았습니다.</translation>
    </message>
    <message>
        <source>A proxy or the sign-in page of the network may stand in between: open %1 in a browser.</source>
        <translation>프록시나 네트워크의 로그인 페이지가 중간에 있을 수 있습니다. 브라우저에서 여십시오: %1</translation>
    </message>
    <message>
        <source>A public address</source>
        <translation>공용 주소</translation>
    </message>
    <message>
        <source>A quote is opened with %1 and not closed.</source>
        <translation>여는 따옴표만 있고 닫는 따옴표가 없습니다: %1</translation>
    </message>
    <message>
        <source>A request to try it with</source>
        <translation>시험해 볼 요청</translation>
    </message>
    <message>
        <source>A resource ID begins with /subscriptions/.</source>
        <translation>리소스 ID는 /subscriptions/(으)로 시작합니다.</translation>
    </message>
    <message>
        <source>A resource ID is not as long as that.</source>
        <translation>리소스 ID는 그렇게 길지 않습니다.</translation>
    </message>
    <message>
        <source>A rule keeps the script %1 here, so it could not run.</source>
        <translation>규칙 때문에 스크립트가 여기 남아 실행할 수 없습니다: %1</translation>
    </message>
    <message>
        <source>A run has no log “%1”.</source>
        <translation>실행에 없는 로그입니다: “%1”</translation>
    </message>
    <message>
        <source>A run makes one of an image and a conda file, and uses it again while both stay the same.</source>
        <translation>실행할 때 이미지와 Conda 파일로 만들고, 둘이 같으면 다시 사용합니다.</translation>
    </message>
    <message>
        <source>A run sends a copy of a folder to the workspace and starts a script of it on one of its compute targets.</source>
        <translation>실행하면 폴더의 사본을 작업 영역으로 보내고, 그 안의 스크립트를 계산 대상에서 시작합니다.</translation>
    </message>
    <message>
        <source>A run that still writes it changes it meanwhile: copy again when the run has ended.</source>
        <translation>실행이 아직 쓰고 있으면 그 사이에 바뀝니다. 실행이 끝난 뒤 다시 복사하십시오.</translation>
    </message>
    <message>
        <source>A run that takes longer is ended.</source>
        <translation>더 오래 걸리는 실행은 끝냅니다.</translation>
    </message>
    <message>
        <source>A run without an id cannot be kept.</source>
        <translation>ID가 없는 실행은 보관할 수 없습니다.</translation>
    </message>
    <message>
        <source>A scoring script has init(), called once, and run(x), called for each request.</source>
        <translation>채점 스크립트에는 한 번 호출되는 init()과 요청마다 호출되는 run(x)이 있어야 합니다.</translation>
    </message>
    <message>
        <source>A second attachment breaks the first. Stopped before anything was touched: Azure was only read.</source>
        <translation>두 번째 연결은 첫 번째 연결을 깨뜨립니다. 아무것도 건드리기 전에 멈췄습니다. Azure는 읽기만 했습니다.</translation>
    </message>
    <message>
        <source>A second attachment of the same thing is stopped before anything is touched.</source>
        <translation>같은 대상을 두 번 연결하려 하면 아무것도 건드리기 전에 막습니다.</translation>
    </message>
    <message>
        <source>A second attachment would share one working folder with the first. The checks stopped before anything was touched.</source>
        <translation>두 번 연결하면 작업 폴더 하나를 함께 쓰게 됩니다. 아무것도 건드리기 전에 검사를 멈췄습니다.</translation>
    </message>
    <message>
        <source>A secret is named, not shown: each is read as one line of standard input.</source>
        <translation>비밀 값은 이름만 나타납니다. 각각 표준 입력의 한 줄로 읽습니다.</translation>
    </message>
    <message>
        <source>A secret is named, not shown: it is read from the environment.</source>
        <translation>비밀은 이름만 표시됩니다. 값은 환경 변수에서 읽습니다.</translation>
    </message>
    <message>
        <source>A secret never stands on the command line, where every user of this machine can read it.</source>
        <translation>비밀 값은 명령줄에 쓰지 않습니다. 이 컴퓨터의 모든 사용자가 읽을 수 있기 때문입니다.</translation>
    </message>
    <message>
        <source>A secret: F=- (one line of stdin), F=@FILE or F=env:VAR</source>
        <translation>비밀 값: F=-(표준 입력 한 줄), F=@FILE 또는 F=env:VAR</translation>
    </message>
    <message>
        <source>A service principal has an application ID.</source>
        <translation>서비스 주체에는 애플리케이션 ID가 있어야 합니다.</translation>
    </message>
    <message>
        <source>A service principal needs its secret.</source>
        <translation>서비스 주체에는 비밀이 필요합니다.</translation>
    </message>
    <message>
        <source>A service principal signs in to one tenant: say which.</source>
        <translation>서비스 주체는 하나의 테넌트에 로그인합니다. 어느 테넌트인지 지정하십시오.</translation>
    </message>
    <message>
        <source>A service principal signs in with a secret.</source>
        <translation>서비스 주체는 비밀 값으로 로그인합니다.</translation>
    </message>
    <message>
        <source>A setting of yours</source>
        <translation>직접 정한 설정</translation>
    </message>
    <message>
        <source>A short code to type in any browser, also on another device.</source>
        <translation>아무 브라우저에나, 다른 장치에서도 입력하는 짧은 코드입니다.</translation>
    </message>
    <message>
        <source>A stored account cannot be read.</source>
        <translation>저장된 계정을 읽을 수 없습니다.</translation>
    </message>
    <message>
        <source>A stored cloud lacks its name or an address.</source>
        <translation>저장된 클라우드에 이름이나 주소가 없습니다.</translation>
    </message>
    <message>
        <source>A stored target has no name or no kind.</source>
        <translation>저장된 계산 대상에 이름이나 종류가 없습니다.</translation>
    </message>
    <message>
        <source>A stored workspace has no name.</source>
        <translation>저장된 작업 영역에 이름이 없습니다.</translation>
    </message>
    <message>
        <source>A target of Azure ML is not exported as %1.</source>
        <translation>Azure ML 대상은 %1 형식으로 내보내지 않습니다.</translation>
    </message>
    <message>
        <source>A target of the kind %1 is attached in a workspace of Azure ML, not in this one.</source>
        <translation>%1 종류의 대상은 이 작업 영역이 아니라 Azure ML 작업 영역에 연결합니다.</translation>
    </message>
    <message>
        <source>A target of the kind %1 is not made by attaching.</source>
        <translation>연결로 만들 수 없는 종류의 계산 대상입니다: %1</translation>
    </message>
    <message>
        <source>A token for the online endpoint %1 could not be had.</source>
        <translation>온라인 엔드포인트의 토큰을 받지 못했습니다: %1</translation>
    </message>
    <message>
        <source>A user name has no blanks and none of the characters @ : ; &amp; | &lt; &gt; ( ) $ ` \ or quotes.</source>
        <translation>사용자 이름에는 공백, 따옴표 및 @ : ; &amp; | &lt; &gt; ( ) $ ` \ 문자를 쓸 수 없습니다.</translation>
    </message>
    <message>
        <source>A window of this profile is open already, but it does not answer.</source>
        <translation>이 프로필의 창이 이미 열려 있지만 응답하지 않습니다.</translation>
    </message>
    <message>
        <source>A window of this profile is open already. It was brought to the front.</source>
        <translation>이 프로필의 창이 이미 열려 있습니다. 그 창을 앞으로 가져왔습니다.</translation>
    </message>
    <message>
        <source>AADSTS50126 or AADSTS7000215 at a token request</source>
        <translation>토큰 요청에 AADSTS50126 또는 AADSTS7000215</translation>
    </message>
    <message>
        <source>API key (sk-…)</source>
        <translation>API 키(sk-…)</translation>
    </message>
    <message>
        <source>AWS access key</source>
        <translation>AWS 액세스 키</translation>
    </message>
    <message numerus="yes">
        <source>AZUREML_MODEL_DIR has %1 and %n more.</source>
        <translation>
            <numerusform>AZUREML_MODEL_DIR에 있는 것: %1 외 %n개.</numerusform>
        </translation>
    </message>
    <message>
        <source>AZUREML_MODEL_DIR has %1.</source>
        <translation>AZUREML_MODEL_DIR에 있는 것: %1.</translation>
    </message>
    <message>
        <source>About %1 at your price of %2 per node hour</source>
        <translation>지정한 노드 시간당 가격 %2 기준 약 %1</translation>
    </message>
    <message>
        <source>About %1 at your price of %2 per node hour. Time when nobody looked is not in it.</source>
        <translation>지정한 노드 시간당 가격 %2 기준으로 약 %1입니다. 확인하지 않은 시간은 포함하지 않습니다.</translation>
    </message>
    <message>
        <source>About 20 s, with the standard library only.</source>
        <translation>약 20초, 표준 라이브러리만 사용합니다.</translation>
    </message>
    <message>
        <source>About Mooring</source>
        <translation>Mooring 정보</translation>
    </message>
    <message>
        <source>Access token</source>
        <translation>액세스 토큰</translation>
    </message>
    <message>
        <source>Access token refused</source>
        <translation>액세스 토큰 거절됨</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>계정</translation>
    </message>
    <message>
        <source>Account address</source>
        <translation>계정 주소</translation>
    </message>
    <message>
        <source>Account key</source>
        <translation>계정 키</translation>
    </message>
    <message>
        <source>Account, tenant or cloud; needed where several are signed in</source>
        <translation>계정, 테넌트 또는 클라우드. 여러 계정이 로그인되어 있으면 필요합니다</translation>
    </message>
    <message>
        <source>Account, tenant, cloud</source>
        <translation>계정, 테넌트, 클라우드</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>활동</translation>
    </message>
    <message>
        <source>Activity (Ctrl+J)</source>
        <translation>활동(Ctrl+J)</translation>
    </message>
    <message>
        <source>Add --help to see all of them.</source>
        <translation>모든 명령을 보려면 --help를 붙이십시오.</translation>
    </message>
    <message>
        <source>Add --help to see what the command takes.</source>
        <translation>이 명령이 받는 것을 보려면 --help를 붙이십시오.</translation>
    </message>
    <message>
        <source>Add it to the SSH agent and sign in with the agent. %1</source>
        <translation>SSH 에이전트에 추가하고 에이전트로 로그인하십시오. %1</translation>
    </message>
    <message>
        <source>Add its package to the requirements or conda file; then the environment is built anew.</source>
        <translation>requirements 파일이나 conda 파일에 그 패키지를 추가하십시오. 그러면 환경이 다시 빌드됩니다.</translation>
    </message>
    <message>
        <source>Add variable</source>
        <translation>변수 추가</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>주소</translation>
    </message>
    <message>
        <source>Address of Azure Machine Learning</source>
        <translation>Azure Machine Learning의 주소</translation>
    </message>
    <message>
        <source>Address of the resource manager</source>
        <translation>Resource Manager의 주소</translation>
    </message>
    <message>
        <source>Address of the sign-in, where the cloud does not say it</source>
        <translation>클라우드가 알려 주지 않을 때의 로그인 주소</translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>추가…</translation>
    </message>
    <message>
        <source>After %1</source>
        <translation>%1번 뒤</translation>
    </message>
    <message>
        <source>After add azureml: its name in this profile</source>
        <translation>add azureml 뒤에는 이 프로필에서 쓸 이름</translation>
    </message>
    <message>
        <source>After the cancel</source>
        <translation>중단 후</translation>
    </message>
    <message>
        <source>Afterwards this goes back to where you were</source>
        <translation>로그인하면 있던 곳으로 돌아갑니다</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>에이전트</translation>
    </message>
    <message>
        <source>Agree to what is sent first. Nothing was sent.</source>
        <translation>먼저 보내는 것에 동의하십시오. 아무것도 보내지 않았습니다.</translation>
    </message>
    <message>
        <source>All</source>
        <translation>모두</translation>
    </message>
    <message>
        <source>All defaults</source>
        <translation>모두 기본값으로</translation>
    </message>
    <message>
        <source>All settings stand in one file, run.yaml, also for the command line.</source>
        <translation>모든 설정은 명령줄에서도 쓰는 한 파일, run.yaml에 들어갑니다.</translation>
    </message>
    <message>
        <source>All that Azure says of it</source>
        <translation>Azure가 알려 준 모든 것</translation>
    </message>
    <message>
        <source>Allow Mooring to use the keychain, then try again.</source>
        <translation>Mooring이 키체인을 쓰도록 허용한 뒤 다시 시도하십시오.</translation>
    </message>
    <message>
        <source>Allow tcp without TLS</source>
        <translation>TLS 없는 tcp 허용</translation>
    </message>
    <message>
        <source>Also US Government, China, and any other that “mooring cloud add” made known.</source>
        <translation>미국 정부와 중국 클라우드, 그리고 “mooring cloud add”로 알려 준 다른 클라우드도 있습니다.</translation>
    </message>
    <message>
        <source>Also remove on %1</source>
        <comment>a target</comment>
        <translation>함께 제거할 것: %1</translation>
    </message>
    <message>
        <source>Also remove what Mooring left on the target</source>
        <translation>Mooring이 계산 대상에 남긴 것도 제거</translation>
    </message>
    <message>
        <source>Also write the sample project</source>
        <translation>샘플 프로젝트도 쓰기</translation>
    </message>
    <message>
        <source>Always</source>
        <translation>항상</translation>
    </message>
    <message>
        <source>Always there</source>
        <translation>항상 있음</translation>
    </message>
    <message>
        <source>Always use this one</source>
        <translation>항상 이것 사용</translation>
    </message>
    <message>
        <source>An AKS cluster, or one that Azure Arc connects.</source>
        <translation>AKS 클러스터, 또는 Azure Arc가 연결한 클러스터입니다.</translation>
    </message>
    <message>
        <source>An Azure Databricks workspace, for steps of pipelines.</source>
        <translation>파이프라인 단계를 위한 Azure Databricks 작업 영역입니다.</translation>
    </message>
    <message>
        <source>An MLflow model: a scoring script is made for it.</source>
        <translation>MLflow 모델: 채점 스크립트를 만들어 줍니다.</translation>
    </message>
    <message>
        <source>An access token</source>
        <translation>액세스 토큰</translation>
    </message>
    <message>
        <source>An address begins with https://.</source>
        <translation>주소는 https://로 시작합니다.</translation>
    </message>
    <message>
        <source>An address looks like gpu-box, user@gpu-box:2222, 10.0.0.4 or [2001:db8::1]:2222.</source>
        <translation>주소는 gpu-box, user@gpu-box:2222, 10.0.0.4, [2001:db8::1]:2222와 같은 모양입니다.</translation>
    </message>
    <message>
        <source>An alias of %1: %2</source>
        <translation>%1의 별칭: %2</translation>
    </message>
    <message>
        <source>An alias of %1: %2, through %3</source>
        <translation>%1의 별칭: %2, %3 경유</translation>
    </message>
    <message>
        <source>An answer of %1 points to another place (%2), which Mooring does not ask.</source>
        <translation>응답이 다른 곳(%2)을 가리키므로 Mooring은 그곳에 묻지 않습니다: %1</translation>
    </message>
    <message>
        <source>An endpoint answers requests for one model on 127.0.0.1, in a container or as a plain process.</source>
        <translation>엔드포인트는 127.0.0.1에서 컨테이너나 일반 프로세스로 모델 하나에 대한 요청에 응답합니다.</translation>
    </message>
    <message>
        <source>An endpoint in “%1” has an address of its own: it takes no port of another.</source>
        <translation>“%1”의 엔드포인트는 자체 주소가 있어서 다른 엔드포인트의 포트를 넘겨받지 않습니다.</translation>
    </message>
    <message>
        <source>An endpoint runs in docker, process or aci, not in “%1”.</source>
        <translation>엔드포인트는 docker, process 또는 aci에서 작동합니다. 사용할 수 없는 값: “%1”</translation>
    </message>
    <message>
        <source>An endpoint without a name cannot be kept.</source>
        <translation>이름이 없는 엔드포인트는 보관할 수 없습니다.</translation>
    </message>
    <message>
        <source>An engine answers at: %1</source>
        <translation>응답하는 엔진: %1</translation>
    </message>
    <message>
        <source>An environment is built once from a requirements.txt or a conda file of yours, and used again as long as that content stays the same. Nothing is installed unasked.</source>
        <translation>환경은 사용자의 requirements.txt나 conda 파일로 한 번 빌드하고, 내용이 같은 동안 다시 사용합니다. 묻지 않고 설치하는 것은 없습니다.</translation>
    </message>
    <message>
        <source>An image is built; layers that are there already are reused.</source>
        <translation>이미지를 빌드하며, 이미 있는 레이어는 재사용합니다.</translation>
    </message>
    <message numerus="yes">
        <source>An image of %n layers is built; those that are there already are reused.</source>
        <translation>
            <numerusform>레이어 %n개의 이미지를 빌드하며, 이미 있는 것은 재사용합니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>An image or a Dockerfile needs Docker.</source>
        <translation>이미지나 Dockerfile에는 Docker가 필요합니다.</translation>
    </message>
    <message>
        <source>An image, with Docker on the target</source>
        <translation>이미지(계산 대상의 Docker 사용)</translation>
    </message>
    <message>
        <source>Anchors (&amp;) and aliases (*) are not read here. Write the value itself, in quotes if it begins with one of these.</source>
        <translation>앵커(&amp;)와 별칭(*)은 여기서 읽지 않습니다. 값 자체를 쓰고, 값이 이런 문자로 시작하면 따옴표로 묶으십시오.</translation>
    </message>
    <message>
        <source>Another Mooring is changing the endpoint %1.</source>
        <translation>다른 Mooring이 이 엔드포인트를 바꾸고 있습니다: %1</translation>
    </message>
    <message>
        <source>Another Mooring is copying what the run printed just now.</source>
        <translation>지금 다른 Mooring이 실행의 출력 내용을 복사하고 있습니다.</translation>
    </message>
    <message>
        <source>Another endpoint, which is stopped when the new one is healthy and leaves it its port</source>
        <translation>새 엔드포인트가 정상이 되면 중지되고 포트를 넘겨줄 다른 엔드포인트</translation>
    </message>
    <message>
        <source>Another file</source>
        <translation>다른 파일</translation>
    </message>
    <message>
        <source>Another image</source>
        <translation>다른 이미지</translation>
    </message>
    <message>
        <source>Another interpreter</source>
        <translation>다른 인터프리터</translation>
    </message>
    <message>
        <source>Another key of %1 is on record (%2).</source>
        <translation>%1의 다른 키가 기록되어 있습니다(%2).</translation>
    </message>
    <message>
        <source>Another program is writing to the workspace. Nothing was changed.</source>
        <translation>다른 프로그램이 작업 영역에 쓰고 있습니다. 아무것도 바꾸지 않았습니다.</translation>
    </message>
    <message>
        <source>Another program keeps the workspace locked. Nothing was changed.</source>
        <translation>다른 프로그램이 작업 영역을 잠그고 있습니다. 아무것도 바꾸지 않았습니다.</translation>
    </message>
    <message>
        <source>Another program took the port while the server started.</source>
        <translation>서버가 시작하는 동안 다른 프로그램이 포트를 차지했습니다.</translation>
    </message>
    <message>
        <source>Another word, or All, shows the others.</source>
        <translation>다른 말을 입력하거나 전체를 고르면 나머지가 나타납니다.</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>응답</translation>
    </message>
    <message>
        <source>Any Linux machine that you can reach with SSH, with its Python or Docker.</source>
        <translation>SSH로 닿을 수 있는 모든 Linux 컴퓨터. 그곳의 Python이나 Docker를 사용합니다.</translation>
    </message>
    <message>
        <source>Any distribution. Azure ML itself supports Ubuntu only.</source>
        <translation>배포판 무관. Azure ML 자체는 Ubuntu만 지원합니다.</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>모양</translation>
    </message>
    <message>
        <source>Appearance and language</source>
        <translation>모양과 언어</translation>
    </message>
    <message>
        <source>Application ID</source>
        <translation>애플리케이션 ID</translation>
    </message>
    <message>
        <source>Argument %1</source>
        <translation>인수 %1</translation>
    </message>
    <message>
        <source>Arguments</source>
        <translation>인수</translation>
    </message>
    <message>
        <source>As a chart</source>
        <translation>차트로 보기</translation>
    </message>
    <message>
        <source>As a process on this computer, without Docker.</source>
        <translation>Docker 없이 이 컴퓨터의 프로세스로 실행됩니다.</translation>
    </message>
    <message>
        <source>As a table</source>
        <translation>표로 보기</translation>
    </message>
    <message>
        <source>As an application</source>
        <translation>애플리케이션으로</translation>
    </message>
    <message>
        <source>As code</source>
        <translation>코드로</translation>
    </message>
    <message>
        <source>As of %1. %2</source>
        <comment>a time, why not newer</comment>
        <translation>%1 기준입니다. %2</translation>
    </message>
    <message>
        <source>As text in this profile.</source>
        <translation>이 프로필에 텍스트로 둡니다.</translation>
    </message>
    <message>
        <source>As the Azure ML workspace.</source>
        <translation>Azure ML 작업 영역과 같아야 합니다.</translation>
    </message>
    <message>
        <source>As the last check of this computer found them. A run says which one it takes; nothing is installed unasked.</source>
        <translation>이 컴퓨터를 마지막으로 검사할 때 찾은 것입니다. 어느 것을 쓸지는 실행이 정합니다. 묻지 않고 설치하는 것은 없습니다.</translation>
    </message>
    <message>
        <source>As this computer, in Azure</source>
        <translation>Azure 안의 이 컴퓨터로</translation>
    </message>
    <message>
        <source>As who is signed in to the Azure CLI</source>
        <translation>Azure CLI에 로그인한 사용자로</translation>
    </message>
    <message>
        <source>Ask for the right to read it: %1</source>
        <translation>읽을 권한을 요청하십시오: %1</translation>
    </message>
    <message>
        <source>Ask the person who runs it, or compare on its console. When the record is taken out, the next check shows the key as a new one.</source>
        <translation>관리하는 사람에게 묻거나 그 컴퓨터의 콘솔에서 비교하십시오. 기록을 지우면 다음 검사에서 새 키로 나타납니다.</translation>
    </message>
    <message>
        <source>Ask this version or deployment too and compare</source>
        <translation>이 버전이나 배포에도 요청을 보내 비교합니다</translation>
    </message>
    <message>
        <source>Ask who runs the machine to let processes go on after the sign-out.</source>
        <translation>로그아웃 후에도 프로세스가 계속되게 해 달라고 그 컴퓨터의 관리자에게 요청하십시오.</translation>
    </message>
    <message>
        <source>Asked</source>
        <translation>요청</translation>
    </message>
    <message>
        <source>Asking for a code</source>
        <translation>코드를 요청하는 중</translation>
    </message>
    <message>
        <source>Asking it…</source>
        <translation>묻는 중…</translation>
    </message>
    <message>
        <source>Asking the Azure CLI for a token</source>
        <translation>Azure CLI에 토큰을 요청하는 중</translation>
    </message>
    <message>
        <source>Asking the sign-in</source>
        <translation>로그인을 요청하는 중</translation>
    </message>
    <message>
        <source>Asking this machine&apos;s metadata service for a token</source>
        <translation>이 컴퓨터의 메타데이터 서비스에 토큰을 요청하는 중</translation>
    </message>
    <message>
        <source>At 0 nodes</source>
        <translation>노드 0개일 때</translation>
    </message>
    <message>
        <source>At most %1 % of a core and %2 MiB of memory.</source>
        <translation>최대 코어 하나의 %1 %와 메모리 %2 MiB를 사용했습니다.</translation>
    </message>
    <message>
        <source>At most so many</source>
        <translation>최대 개수</translation>
    </message>
    <message>
        <source>Attach %1</source>
        <translation>연결: %1</translation>
    </message>
    <message>
        <source>Attach a machine</source>
        <translation>컴퓨터 연결</translation>
    </message>
    <message>
        <source>Attach a target</source>
        <translation>계산 대상 연결</translation>
    </message>
    <message>
        <source>Attach again…</source>
        <translation>다시 연결…</translation>
    </message>
    <message>
        <source>Attach another…</source>
        <translation>하나 더 연결…</translation>
    </message>
    <message>
        <source>Attach compute</source>
        <translation>계산 대상 연결</translation>
    </message>
    <message>
        <source>Attach compute, run training on it, test the model. Without a command: the window.</source>
        <translation>계산 대상을 연결하고, 학습을 실행하고, 모델을 테스트합니다. 명령이 없으면 창을 엽니다.</translation>
    </message>
    <message>
        <source>Attach compute…</source>
        <translation>계산 대상 연결…</translation>
    </message>
    <message>
        <source>Attach without checking: for what only the service can reach</source>
        <translation>검사하지 않고 연결: 서비스만 접근할 수 있는 것에 사용</translation>
    </message>
    <message>
        <source>Attach: %1</source>
        <comment>a kind</comment>
        <translation>연결: %1</translation>
    </message>
    <message>
        <source>Attached</source>
        <translation>연결 완료</translation>
    </message>
    <message>
        <source>Attaching %1 in Azure ML</source>
        <comment>a target</comment>
        <translation>Azure ML에 연결하는 중: %1</translation>
    </message>
    <message>
        <source>Attachment</source>
        <translation>연결</translation>
    </message>
    <message>
        <source>Attach…</source>
        <translation>연결…</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>자동</translation>
    </message>
    <message>
        <source>Automatic (auto) tries agent, key files and password, in this order.</source>
        <translation>자동(auto)은 에이전트, 키 파일, 암호를 이 순서로 시도합니다.</translation>
    </message>
    <message>
        <source>Azure CLI</source>
        <translation>Azure CLI</translation>
    </message>
    <message>
        <source>Azure China</source>
        <translation>Azure 중국</translation>
    </message>
    <message>
        <source>Azure Container Instances</source>
        <translation>Azure Container Instances</translation>
    </message>
    <message>
        <source>Azure Container Instances need a workspace of Azure ML, for its subscription, its region and its store: none is open.</source>
        <translation>Azure Container Instances에는 구독, 지역, 저장소를 제공할 Azure ML 작업 영역이 필요하지만 열려 있는 작업 영역이 없습니다.</translation>
    </message>
    <message>
        <source>Azure Container Instances need an Azure ML workspace: open one first.</source>
        <translation>Azure Container Instances에는 Azure ML 작업 영역이 필요합니다. 먼저 여십시오.</translation>
    </message>
    <message>
        <source>Azure ML</source>
        <translation>Azure ML</translation>
    </message>
    <message>
        <source>Azure ML attaches a machine by its resource ID, and this target names none.</source>
        <translation>Azure ML은 리소스 ID로 컴퓨터를 연결하지만 이 대상에는 지정되어 있지 않습니다.</translation>
    </message>
    <message>
        <source>Azure ML builds its image before the run starts, which can take some minutes.</source>
        <translation>실행을 시작하기 전에 Azure ML이 이미지를 빌드하며, 몇 분 걸릴 수 있습니다.</translation>
    </message>
    <message>
        <source>Azure ML could not provide %1.</source>
        <translation>Azure ML이 %1을(를) 준비하지 못했습니다.</translation>
    </message>
    <message>
        <source>Azure ML does not know it, it is Mooring&apos;s own record.</source>
        <translation>Azure ML에 없는, Mooring의 자체 기록입니다.</translation>
    </message>
    <message>
        <source>Azure ML does not list it any more.</source>
        <translation>Azure ML의 목록에 더 이상 없습니다.</translation>
    </message>
    <message>
        <source>Azure ML does not say a state.</source>
        <translation>Azure ML이 상태를 알려 주지 않습니다.</translation>
    </message>
    <message>
        <source>Azure ML does not take it.</source>
        <translation>Azure ML에서는 연결할 수 없습니다.</translation>
    </message>
    <message>
        <source>Azure ML ends its processes. What it wrote to its outputs stays.</source>
        <translation>Azure ML이 프로세스를 끝냅니다. 출력에 쓴 것은 남습니다.</translation>
    </message>
    <message>
        <source>Azure ML forgets %1, and it is seen to be gone before yours is sent. Its runs keep their history under the old name.</source>
        <comment>a target</comment>
        <translation>Azure ML에서 지우고 없어진 것을 확인한 다음 새 연결을 보냅니다. 지우는 대상: %1. 실행의 기록은 이전 이름으로 남습니다.</translation>
    </message>
    <message>
        <source>Azure ML forgets it, with what it kept to sign in there. Its runs keep their history.</source>
        <translation>Azure ML에서 로그인 정보와 함께 지워집니다. 실행의 기록은 남습니다.</translation>
    </message>
    <message>
        <source>Azure ML forgot it. The resource itself was not touched.</source>
        <translation>Azure ML에서 지워졌습니다. 리소스 자체는 건드리지 않았습니다.</translation>
    </message>
    <message>
        <source>Azure ML gave no place for the code.</source>
        <translation>Azure ML이 코드를 둘 곳을 알려 주지 않았습니다.</translation>
    </message>
    <message>
        <source>Azure ML has taken %1 and may go on with it.</source>
        <translation>Azure ML이 받았으며 계속 진행될 수 있습니다: %1</translation>
    </message>
    <message>
        <source>Azure ML has taken it. Its page shows what became of it, as soon as it can be asked.</source>
        <translation>Azure ML이 받았습니다. 물을 수 있게 되면 해당 페이지에 결과가 표시됩니다.</translation>
    </message>
    <message>
        <source>Azure ML has taken it. What became of it is not known: %1</source>
        <translation>Azure ML이 받았습니다. 그 뒤의 상태는 알 수 없습니다: %1</translation>
    </message>
    <message>
        <source>Azure ML keeps an entry of it that failed. Detach takes it away.</source>
        <translation>Azure ML에 실패한 기록이 남아 있습니다. 분리하면 없어집니다.</translation>
    </message>
    <message>
        <source>Azure ML makes it in the region of the workspace. Its log is shown here to its end.</source>
        <translation>Azure ML이 작업 영역의 지역에 만듭니다. 로그는 끝날 때까지 여기에 표시됩니다.</translation>
    </message>
    <message>
        <source>Azure ML makes it.</source>
        <translation>Azure ML이 만들고 있습니다.</translation>
    </message>
    <message>
        <source>Azure ML may go on making it, and then it costs: look at the list of targets.</source>
        <translation>Azure ML에서 계속 만들 수 있으며 그러면 과금됩니다. 계산 대상 목록을 확인하십시오.</translation>
    </message>
    <message>
        <source>Azure ML needs a public address. Runs from here work with this one.</source>
        <translation>Azure ML에는 공용 주소가 필요합니다. 여기서 시작하는 실행은 이 주소로도 됩니다.</translation>
    </message>
    <message>
        <source>Azure ML reads ${{…}} in a command itself: an argument that has it cannot go through.</source>
        <translation>Azure ML은 명령 안의 ${{…}}를 스스로 해석합니다. 그것이 든 인수는 그대로 전달할 수 없습니다.</translation>
    </message>
    <message>
        <source>Azure ML runs in an image: there is no interpreter to name.</source>
        <translation>Azure ML은 이미지 안에서 실행하므로 인터프리터를 지정할 수 없습니다.</translation>
    </message>
    <message>
        <source>Azure ML runs no command jobs on %1 (%2).</source>
        <translation>Azure ML은 %1(%2)에서 명령 작업을 실행하지 않습니다.</translation>
    </message>
    <message>
        <source>Azure ML runs no command jobs on it (%1).</source>
        <comment>a computeType</comment>
        <translation>Azure ML은 여기에서 명령 작업을 실행하지 않습니다(%1).</translation>
    </message>
    <message>
        <source>Azure ML says that it is done and still lists it, in the state %1.</source>
        <translation>Azure ML은 끝났다고 하면서도 %1 상태로 계속 나열합니다.</translation>
    </message>
    <message>
        <source>Azure ML says “%1”.</source>
        <translation>Azure ML의 답: “%1”.</translation>
    </message>
    <message>
        <source>Azure ML says: %1.</source>
        <translation>Azure ML의 답: %1.</translation>
    </message>
    <message>
        <source>Azure ML signs in from its own addresses.</source>
        <translation>Azure ML은 자신의 주소에서 로그인합니다.</translation>
    </message>
    <message>
        <source>Azure ML signs in there with it.</source>
        <translation>Azure ML이 이 이름으로 그곳에 로그인합니다.</translation>
    </message>
    <message>
        <source>Azure ML starts the script on the target. Its log, metrics and outputs are on the run&apos;s page.</source>
        <translation>Azure ML이 계산 대상에서 스크립트를 시작합니다. 로그, 메트릭, 출력은 실행 페이지에 있습니다.</translation>
    </message>
    <message>
        <source>Azure ML uses Databricks in pipelines only.</source>
        <translation>Azure ML은 Databricks를 파이프라인에서만 씁니다.</translation>
    </message>
    <message>
        <source>Azure ML wants a cluster with a public address.</source>
        <translation>Azure ML에는 공용 주소가 있는 클러스터가 필요합니다.</translation>
    </message>
    <message>
        <source>Azure ML workspace</source>
        <translation>Azure ML 작업 영역</translation>
    </message>
    <message>
        <source>Azure ML&apos;s own image</source>
        <translation>Azure ML 기본 이미지</translation>
    </message>
    <message>
        <source>Azure ML, %1</source>
        <translation>Azure ML, %1</translation>
    </message>
    <message>
        <source>Azure ML, %1</source>
        <comment>%1 a resource group</comment>
        <translation>Azure ML, %1</translation>
    </message>
    <message>
        <source>Azure ML, Kubernetes</source>
        <translation>Azure ML Kubernetes</translation>
    </message>
    <message>
        <source>Azure ML, managed</source>
        <translation>Azure ML 관리형</translation>
    </message>
    <message>
        <source>Azure ML, pretend</source>
        <translation>Azure ML, 연습용</translation>
    </message>
    <message>
        <source>Azure Machine Learning</source>
        <translation>Azure Machine Learning</translation>
    </message>
    <message>
        <source>Azure Resource Manager and Azure ML</source>
        <translation>Azure Resource Manager와 Azure ML</translation>
    </message>
    <message>
        <source>Azure US Government</source>
        <translation>Azure 미국 정부</translation>
    </message>
    <message>
        <source>Azure can fetch the package until %1; a container that it starts after that fails. “mooring restart %2” gives it a new address.</source>
        <translation>Azure는 %1까지 패키지를 가져올 수 있으며 그 뒤에 시작하는 컨테이너는 실패합니다. “mooring restart %2” 명령으로 새 주소를 만들 수 있습니다.</translation>
    </message>
    <message>
        <source>Azure cannot be reached: this is how it was at %1.</source>
        <translation>Azure에 접속할 수 없습니다. %1에 확인한 상태입니다.</translation>
    </message>
    <message>
        <source>Azure does not answer</source>
        <translation>Azure가 응답하지 않습니다</translation>
    </message>
    <message>
        <source>Azure does not answer. These are the last known values.</source>
        <translation>Azure가 응답하지 않습니다. 마지막으로 알려진 값입니다.</translation>
    </message>
    <message>
        <source>Azure gave the container group %1 no address.</source>
        <translation>Azure가 컨테이너 그룹에 주소를 주지 않았습니다: %1</translation>
    </message>
    <message>
        <source>Azure has not answered since %1</source>
        <comment>a time</comment>
        <translation>%1부터 Azure가 응답하지 않습니다</translation>
    </message>
    <message>
        <source>Azure public</source>
        <translation>Azure 공용</translation>
    </message>
    <message>
        <source>Azure resource ID</source>
        <translation>Azure 리소스 ID</translation>
    </message>
    <message>
        <source>Azure says a word of its container group that Mooring does not know: “%1”.</source>
        <translation>Azure가 알려 준 컨테이너 그룹 상태를 Mooring이 알지 못합니다: “%1”.</translation>
    </message>
    <message>
        <source>Azure says of it: %1.</source>
        <translation>Azure가 알린 상태: %1</translation>
    </message>
    <message>
        <source>Azure says of its container group: %1.</source>
        <translation>Azure가 알려 준 컨테이너 그룹 상태: %1.</translation>
    </message>
    <message>
        <source>Azure starts a container that fetches them; no image is built and none is sent.</source>
        <translation>Azure가 컨테이너를 시작하고 컨테이너가 이를 가져옵니다. 이미지를 빌드하거나 보내지 않습니다.</translation>
    </message>
    <message>
        <source>Azure still shows it after the deletion.</source>
        <translation>삭제한 뒤에도 Azure에 남아 있습니다.</translation>
    </message>
    <message>
        <source>Azure wants you to sign in</source>
        <translation>Azure에 로그인해야 합니다</translation>
    </message>
    <message>
        <source>Azure, played on this computer</source>
        <translation>이 컴퓨터에서 흉내 내는 Azure</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>뒤로</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>백업</translation>
    </message>
    <message>
        <source>Base image</source>
        <translation>기본 이미지</translation>
    </message>
    <message>
        <source>Base image, with Docker or in Azure</source>
        <translation>기본 이미지. Docker 또는 Azure에서 사용합니다</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>Batch</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>이전 버전</translation>
    </message>
    <message>
        <source>Being asked</source>
        <translation>묻는 중</translation>
    </message>
    <message>
        <source>Being looked at</source>
        <translation>살펴보는 중</translation>
    </message>
    <message>
        <source>Being looked for</source>
        <translation>찾는 중</translation>
    </message>
    <message>
        <source>Beside a resource ID the user name is needed too: the ID does not name one.</source>
        <translation>리소스 ID와 함께 사용자 이름도 필요합니다. ID에는 사용자 이름이 없습니다.</translation>
    </message>
    <message>
        <source>Beside version %1: %2</source>
        <translation>비교한 버전 %1: %2</translation>
    </message>
    <message>
        <source>Blob storage</source>
        <translation>Blob 스토리지</translation>
    </message>
    <message>
        <source>Body of the request</source>
        <translation>요청 본문</translation>
    </message>
    <message>
        <source>Body of the request; - is standard input</source>
        <translation>요청 본문. -는 표준 입력</translation>
    </message>
    <message>
        <source>Bookmark</source>
        <translation>책갈피</translation>
    </message>
    <message>
        <source>Browser</source>
        <translation>브라우저</translation>
    </message>
    <message>
        <source>Build</source>
        <translation>빌드</translation>
    </message>
    <message>
        <source>Build and start</source>
        <translation>빌드하고 시작</translation>
    </message>
    <message>
        <source>Build log</source>
        <translation>빌드 로그</translation>
    </message>
    <message>
        <source>Build one from a file, once</source>
        <translation>파일로 한 번 빌드</translation>
    </message>
    <message>
        <source>Build the environment from requirements.txt or a conda file</source>
        <translation>requirements.txt 또는 conda 파일로 환경 빌드</translation>
    </message>
    <message>
        <source>Build the image from this Dockerfile</source>
        <translation>이 Dockerfile로 이미지 빌드</translation>
    </message>
    <message>
        <source>Building %1</source>
        <comment>an endpoint</comment>
        <translation>빌드 중: %1</translation>
    </message>
    <message>
        <source>Building the environment</source>
        <translation>환경 빌드 중</translation>
    </message>
    <message>
        <source>Building the image</source>
        <translation>이미지 빌드 중</translation>
    </message>
    <message>
        <source>Built</source>
        <translation>빌드함</translation>
    </message>
    <message>
        <source>By</source>
        <translation>바꾼 사람</translation>
    </message>
    <message>
        <source>By itself</source>
        <translation>자동</translation>
    </message>
    <message>
        <source>By resource ID…</source>
        <translation>리소스 ID로 열기…</translation>
    </message>
    <message>
        <source>By traffic</source>
        <translation>트래픽 분배대로</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>바이트</translation>
    </message>
    <message>
        <source>CPU</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>CPU %1 %, %2</source>
        <translation>CPU %1 %, %2</translation>
    </message>
    <message>
        <source>CPU at most</source>
        <translation>최대 CPU</translation>
    </message>
    <message>
        <source>Can</source>
        <translation>할 수 있는 일</translation>
    </message>
    <message>
        <source>Can be opened</source>
        <translation>열 수 있음</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Cancel %1</source>
        <translation>중단: %1</translation>
    </message>
    <message>
        <source>Cancel it again in a moment.</source>
        <translation>잠시 뒤 다시 중단하십시오.</translation>
    </message>
    <message>
        <source>Cancel run</source>
        <translation>실행 중단</translation>
    </message>
    <message>
        <source>Cancel run %1</source>
        <comment>a run</comment>
        <translation>실행 중단: %1</translation>
    </message>
    <message>
        <source>Cancel run…</source>
        <translation>실행 중단…</translation>
    </message>
    <message>
        <source>Cancel the run %1?</source>
        <translation>실행을 중단하시겠습니까: %1</translation>
    </message>
    <message>
        <source>Cancel them first, or wait for their end.</source>
        <translation>먼저 중단하거나 끝날 때까지 기다리십시오.</translation>
    </message>
    <message>
        <source>Canceled</source>
        <translation>중단됨</translation>
    </message>
    <message>
        <source>Canceling</source>
        <translation>중단 중</translation>
    </message>
    <message>
        <source>Canceling: %1</source>
        <translation>중단 중: %1</translation>
    </message>
    <message>
        <source>Cause</source>
        <translation>원인</translation>
    </message>
    <message>
        <source>Cause: %1</source>
        <translation>원인: %1</translation>
    </message>
    <message>
        <source>Certificates of this computer</source>
        <translation>이 컴퓨터의 인증서</translation>
    </message>
    <message>
        <source>Certificates that this cloud is trusted with</source>
        <translation>이 클라우드를 신뢰하는 데 쓰는 인증서</translation>
    </message>
    <message>
        <source>Change .amlignore or .gitignore of the source folder.</source>
        <translation>원본 폴더의 .amlignore 또는 .gitignore를 바꾸십시오.</translation>
    </message>
    <message>
        <source>Change it there: %1</source>
        <translation>그곳에서 변경하십시오: %1</translation>
    </message>
    <message>
        <source>Change it with “az ml online-endpoint” or in Azure ML studio.</source>
        <translation>“az ml online-endpoint” 명령이나 Azure ML 스튜디오에서 변경하십시오.</translation>
    </message>
    <message>
        <source>Change the price of a node hour</source>
        <translation>노드 시간당 가격 변경</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>바뀜</translation>
    </message>
    <message>
        <source>Changes at once. Logs and commands stay as they are.</source>
        <translation>바로 바뀝니다. 로그와 명령은 그대로입니다.</translation>
    </message>
    <message>
        <source>Changes at once. Nothing is sent anywhere: no account, no telemetry, no update check.</source>
        <translation>바로 바뀝니다. 어디에도 아무것도 보내지 않습니다. 계정도, 원격 측정도, 업데이트 확인도 없습니다.</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>변경…</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>검사</translation>
    </message>
    <message>
        <source>Check %1</source>
        <translation>검사: %1</translation>
    </message>
    <message>
        <source>Check a target, all rungs or one</source>
        <translation>계산 대상을 모두 또는 한 항목만 검사</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>다시 검사</translation>
    </message>
    <message>
        <source>Check again (F5)</source>
        <translation>다시 검사(F5)</translation>
    </message>
    <message>
        <source>Check again, and answer the question that the window then shows.</source>
        <translation>다시 검사하고, 창에 나타나는 질문에 답하십시오.</translation>
    </message>
    <message>
        <source>Check again: that is a new session.</source>
        <translation>다시 검사하십시오. 새 세션이 열립니다.</translation>
    </message>
    <message>
        <source>Check all</source>
        <translation>모두 검사</translation>
    </message>
    <message>
        <source>Check all targets</source>
        <translation>모든 계산 대상 검사</translation>
    </message>
    <message>
        <source>Check it first.</source>
        <translation>먼저 검사하십시오.</translation>
    </message>
    <message>
        <source>Check its permissions.</source>
        <translation>권한을 확인하십시오.</translation>
    </message>
    <message>
        <source>Check that an SSH server and not another service has this port, and that it is not overloaded.</source>
        <translation>이 포트가 다른 서비스가 아니라 SSH 서버인지, 과부하 상태가 아닌지 확인하십시오.</translation>
    </message>
    <message>
        <source>Check that an SSH server runs there and that the port is right.</source>
        <translation>그곳에서 SSH 서버가 실행 중인지, 포트가 맞는지 확인하십시오.</translation>
    </message>
    <message>
        <source>Check the address as seen from the jump host, and that it allows forwarding.</source>
        <translation>점프 호스트에서 본 주소와, 점프 호스트가 전달을 허용하는지 확인하십시오.</translation>
    </message>
    <message>
        <source>Check the address as seen from the jump host, and the firewall between them.</source>
        <translation>점프 호스트에서 본 주소와 그 사이의 방화벽을 확인하십시오.</translation>
    </message>
    <message>
        <source>Check the address, that the machine is on, and the firewall.</source>
        <translation>주소와 방화벽을 확인하고, 컴퓨터가 켜져 있는지 확인하십시오.</translation>
    </message>
    <message>
        <source>Check the agent with: ssh-add -l</source>
        <translation>다음 명령으로 에이전트를 확인하십시오: ssh-add -l</translation>
    </message>
    <message>
        <source>Check the name; it is relative to the source folder.</source>
        <translation>이름을 확인하십시오. 원본 폴더를 기준으로 합니다.</translation>
    </message>
    <message>
        <source>Check the network and its name server.</source>
        <translation>네트워크와 이름 서버를 확인하십시오.</translation>
    </message>
    <message>
        <source>Check the network, a VPN and the firewall.</source>
        <translation>네트워크, VPN, 방화벽을 확인하십시오.</translation>
    </message>
    <message>
        <source>Check the path.</source>
        <translation>경로를 확인하십시오.</translation>
    </message>
    <message>
        <source>Check the port: another service may be there.</source>
        <translation>포트를 확인하십시오. 다른 서비스일 수 있습니다.</translation>
    </message>
    <message>
        <source>Check the spelling, and whether the name needs a VPN.</source>
        <translation>철자를 확인하고, VPN이 필요한 이름인지 확인하십시오.</translation>
    </message>
    <message>
        <source>Check the user name and that this key or password is allowed there. It is not tried again by itself.</source>
        <translation>사용자 이름과, 이 키나 암호가 그곳에서 허용되는지 확인하십시오. 자동으로 다시 시도하지 않습니다.</translation>
    </message>
    <message>
        <source>Checked. Azure was only read, and nothing will be sent.</source>
        <translation>검사했습니다. Azure는 읽기만 했고 아무것도 보내지 않습니다.</translation>
    </message>
    <message>
        <source>Checked. Nothing was sent yet; Azure was only read.</source>
        <translation>검사했습니다. 아직 아무것도 보내지 않았고 Azure는 읽기만 했습니다.</translation>
    </message>
    <message>
        <source>Checking</source>
        <translation>검사 중</translation>
    </message>
    <message>
        <source>Checking %1</source>
        <comment>a target</comment>
        <translation>검사 중: %1</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>검사</translation>
    </message>
    <message>
        <source>Checks run, one after the other, and you see what each asked and what came back. It is attached only when all that is needed passed.</source>
        <translation>검사를 하나씩 실행하며 무엇을 요청했고 무엇이 돌아왔는지 보여 줍니다. 필요한 것이 모두 통과해야 연결됩니다.</translation>
    </message>
    <message>
        <source>Choose %1</source>
        <comment>a field</comment>
        <translation>선택: %1</translation>
    </message>
    <message>
        <source>Choose a CSV file</source>
        <translation>CSV 파일 선택</translation>
    </message>
    <message>
        <source>Choose a CSV file…</source>
        <translation>CSV 파일 선택…</translation>
    </message>
    <message>
        <source>Choose a Dockerfile</source>
        <translation>Dockerfile 선택</translation>
    </message>
    <message>
        <source>Choose a Dockerfile.</source>
        <translation>Dockerfile을 선택하십시오.</translation>
    </message>
    <message>
        <source>Choose a Python</source>
        <translation>Python 선택</translation>
    </message>
    <message>
        <source>Choose a file of the source folder.</source>
        <translation>원본 폴더 안의 파일을 고르십시오.</translation>
    </message>
    <message>
        <source>Choose a folder and a script; review the files before anything starts.</source>
        <translation>폴더와 스크립트를 고르고, 시작하기 전에 파일을 확인합니다.</translation>
    </message>
    <message>
        <source>Choose a folder for the Dockerfile</source>
        <translation>Dockerfile을 둘 폴더 선택</translation>
    </message>
    <message>
        <source>Choose a folder for the outputs</source>
        <translation>출력을 저장할 폴더 선택</translation>
    </message>
    <message>
        <source>Choose a kind that can be attached.</source>
        <translation>연결할 수 있는 종류를 선택하십시오.</translation>
    </message>
    <message>
        <source>Choose a kind, or start from something this computer already knows.</source>
        <translation>종류를 고르거나, 이 컴퓨터가 이미 아는 항목에서 시작하십시오.</translation>
    </message>
    <message>
        <source>Choose a requirements or conda file</source>
        <translation>requirements 또는 conda 파일 선택</translation>
    </message>
    <message>
        <source>Choose a requirements or conda file.</source>
        <translation>requirements 파일이나 conda 파일을 선택하십시오.</translation>
    </message>
    <message>
        <source>Choose a smaller folder, or leave the data out with a line in .amlignore.</source>
        <translation>더 작은 폴더를 고르거나 .amlignore에 한 줄을 넣어 데이터를 빼십시오.</translation>
    </message>
    <message>
        <source>Choose a source folder that holds the script and give the script&apos;s path relative to it.</source>
        <translation>스크립트가 들어 있는 원본 폴더를 고르고, 그 폴더를 기준으로 한 스크립트 경로를 지정하십시오.</translation>
    </message>
    <message>
        <source>Choose a version to compare with and send the request again.</source>
        <translation>비교할 버전을 고르고 요청을 다시 보내십시오.</translation>
    </message>
    <message>
        <source>Choose a workspace to see what the list says of it.</source>
        <translation>작업 영역을 선택하면 목록이 알려 주는 것이 보입니다.</translation>
    </message>
    <message>
        <source>Choose a workspace.</source>
        <translation>작업 영역을 선택하십시오.</translation>
    </message>
    <message>
        <source>Choose an empty folder.</source>
        <translation>빈 폴더를 고르십시오.</translation>
    </message>
    <message>
        <source>Choose an engine of this computer, or deploy on that one.</source>
        <translation>이 컴퓨터의 엔진을 선택하거나 그 컴퓨터에서 배포하십시오.</translation>
    </message>
    <message>
        <source>Choose an output</source>
        <translation>출력 선택</translation>
    </message>
    <message>
        <source>Choose an output of a run.</source>
        <translation>실행의 출력을 선택하십시오.</translation>
    </message>
    <message>
        <source>Choose another DNS label, or none.</source>
        <translation>다른 DNS 레이블을 선택하거나 비워 두십시오.</translation>
    </message>
    <message>
        <source>Choose another folder.</source>
        <translation>다른 폴더를 선택하십시오.</translation>
    </message>
    <message>
        <source>Choose another interpreter, or install one: sudo apt install python3</source>
        <translation>다른 인터프리터를 고르거나 설치하십시오: sudo apt install python3</translation>
    </message>
    <message>
        <source>Choose another interpreter.</source>
        <translation>다른 인터프리터를 고르십시오.</translation>
    </message>
    <message>
        <source>Choose another name, or detach that target first.</source>
        <translation>다른 이름을 고르거나 그 계산 대상을 먼저 분리하십시오.</translation>
    </message>
    <message>
        <source>Choose another name, or remove that one first.</source>
        <translation>다른 이름을 고르거나 그것을 먼저 제거하십시오.</translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation>다른 이름을 고르십시오.</translation>
    </message>
    <message>
        <source>Choose another port, or leave it out to get a free one.</source>
        <translation>다른 포트를 고르거나, 지정하지 않고 빈 포트를 받으십시오.</translation>
    </message>
    <message>
        <source>Choose another working folder, or give the account the right to write there.</source>
        <translation>다른 작업 폴더를 고르거나, 그 계정에 쓰기 권한을 주십시오.</translation>
    </message>
    <message>
        <source>Choose folder…</source>
        <translation>폴더 선택…</translation>
    </message>
    <message>
        <source>Choose one between 1024 and 65535.</source>
        <translation>1024에서 65535 사이에서 고르십시오.</translation>
    </message>
    <message>
        <source>Choose the config.json of the workspace</source>
        <translation>작업 영역의 config.json 선택</translation>
    </message>
    <message>
        <source>Choose the file of the model</source>
        <translation>모델 파일 선택</translation>
    </message>
    <message>
        <source>Choose the file of the model.</source>
        <translation>모델 파일을 선택하십시오.</translation>
    </message>
    <message>
        <source>Choose the file to run.</source>
        <translation>실행할 파일을 고르십시오.</translation>
    </message>
    <message>
        <source>Choose the folder of the code</source>
        <translation>코드 폴더 선택</translation>
    </message>
    <message>
        <source>Choose the folder of the model</source>
        <translation>모델 폴더 선택</translation>
    </message>
    <message>
        <source>Choose the folder of the model.</source>
        <translation>모델 폴더를 선택하십시오.</translation>
    </message>
    <message>
        <source>Choose the folder that holds the script.</source>
        <translation>스크립트가 있는 폴더를 고르십시오.</translation>
    </message>
    <message>
        <source>Choose the folder with your script</source>
        <translation>스크립트가 있는 폴더 선택</translation>
    </message>
    <message>
        <source>Choose the scoring script</source>
        <translation>채점 스크립트 선택</translation>
    </message>
    <message>
        <source>Choose the script that scores: the model is not an MLflow model.</source>
        <translation>채점 스크립트를 선택하십시오. MLflow 모델이 아닙니다.</translation>
    </message>
    <message>
        <source>Choose the source folder</source>
        <translation>원본 폴더 선택</translation>
    </message>
    <message>
        <source>Choose the workspace</source>
        <translation>작업 영역 선택</translation>
    </message>
    <message>
        <source>Choose where it runs.</source>
        <translation>실행할 계산 대상을 선택하십시오.</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>선택…</translation>
    </message>
    <message>
        <source>Clean shell</source>
        <translation>깨끗한 셸</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>지우기</translation>
    </message>
    <message>
        <source>Clear ended</source>
        <translation>끝난 것 지우기</translation>
    </message>
    <message>
        <source>Client secret</source>
        <translation>클라이언트 비밀</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>시계</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>Close activity</source>
        <translation>활동 닫기</translation>
    </message>
    <message>
        <source>Close other programs before a run that needs much memory.</source>
        <translation>메모리가 많이 필요한 실행 전에 다른 프로그램을 닫으십시오.</translation>
    </message>
    <message>
        <source>Close that window or end its process. The runs go on without it.</source>
        <translation>그 창을 닫거나 프로세스를 종료하십시오. 실행은 창이 없어도 계속됩니다.</translation>
    </message>
    <message>
        <source>Closed loop</source>
        <translation>닫힌 루프</translation>
    </message>
    <message>
        <source>Cloud</source>
        <translation>클라우드</translation>
    </message>
    <message>
        <source>Cloud; mooring cloud list shows them</source>
        <translation>클라우드. mooring cloud list로 볼 수 있습니다</translation>
    </message>
    <message>
        <source>Clouds: those that are built in, and your own</source>
        <translation>클라우드: 기본 제공되는 것과 직접 추가한 것</translation>
    </message>
    <message>
        <source>Cluster</source>
        <translation>클러스터</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>코드</translation>
    </message>
    <message numerus="yes">
        <source>Code and logs of %n run(s)</source>
        <translation>
            <numerusform>실행 %n개의 코드와 로그</numerusform>
        </translation>
    </message>
    <message>
        <source>Code and model are packed and sent to the store of %1, unless the same content is there already.</source>
        <translation>코드와 모델을 묶어 다음 작업 영역의 저장소로 보냅니다: %1. 같은 내용이 이미 있으면 보내지 않습니다.</translation>
    </message>
    <message>
        <source>Code and model could not be packed.</source>
        <translation>코드와 모델을 묶을 수 없습니다.</translation>
    </message>
    <message>
        <source>Code around the line</source>
        <translation>해당 줄 주변의 코드</translation>
    </message>
    <message>
        <source>Code that was sent before could not be looked for.</source>
        <translation>전에 보낸 코드를 찾아보지 못했습니다.</translation>
    </message>
    <message>
        <source>Code, %1</source>
        <translation>코드, %1</translation>
    </message>
    <message>
        <source>Code, log, outputs</source>
        <translation>코드, 로그, 출력</translation>
    </message>
    <message>
        <source>Cold start</source>
        <translation>콜드 스타트</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>열</translation>
    </message>
    <message>
        <source>Comes before the one in the address and in ~/.ssh/config.</source>
        <translation>주소와 ~/.ssh/config에 있는 것보다 우선합니다.</translation>
    </message>
    <message>
        <source>Coming from %1; the activity at the bottom shows how far it is.</source>
        <translation>가져오는 중입니다(%1). 진행 상황은 아래쪽 활동에 표시됩니다.</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>명령</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>명령</translation>
    </message>
    <message>
        <source>Company network</source>
        <translation>회사 네트워크</translation>
    </message>
    <message>
        <source>Compare it with what the machine says of itself</source>
        <translation>그 컴퓨터가 알려 주는 값과 비교하십시오</translation>
    </message>
    <message>
        <source>Compare the fingerprint with what the owner of the machine says, then trust it: %1</source>
        <translation>지문을 컴퓨터 소유자가 알려 준 값과 비교한 다음 신뢰하십시오: %1</translation>
    </message>
    <message>
        <source>Compare with %1</source>
        <comment>a version</comment>
        <translation>비교할 버전: %1</translation>
    </message>
    <message numerus="yes">
        <source>Comparing %n run(s)</source>
        <translation>
            <numerusform>실행 %n개 비교</numerusform>
        </translation>
    </message>
    <message>
        <source>Completed</source>
        <translation>완료</translation>
    </message>
    <message>
        <source>Compute</source>
        <translation>계산 대상</translation>
    </message>
    <message>
        <source>Compute made</source>
        <translation>만들기 완료</translation>
    </message>
    <message>
        <source>Compute target (default: local, this computer)</source>
        <translation>계산 대상(기본값: local, 이 컴퓨터)</translation>
    </message>
    <message>
        <source>Compute targets</source>
        <translation>계산 대상</translation>
    </message>
    <message>
        <source>Conda</source>
        <translation>Conda</translation>
    </message>
    <message>
        <source>Conda file</source>
        <translation>Conda 파일</translation>
    </message>
    <message>
        <source>Conda tools</source>
        <translation>conda 도구</translation>
    </message>
    <message>
        <source>Connecting to %1, port %2</source>
        <translation>연결 중: %1, 포트 %2</translation>
    </message>
    <message>
        <source>Container</source>
        <translation>컨테이너</translation>
    </message>
    <message>
        <source>Container group</source>
        <translation>컨테이너 그룹</translation>
    </message>
    <message>
        <source>Container group %1 in %2: %3 cores, %4 GB, %5</source>
        <translation>컨테이너 그룹 %1, 지역 %2: 코어 %3개, %4 GB, %5</translation>
    </message>
    <message>
        <source>Container log</source>
        <translation>컨테이너 로그</translation>
    </message>
    <message>
        <source>Content type</source>
        <translation>콘텐츠 형식</translation>
    </message>
    <message>
        <source>Contents of source folders, kept so that they are sent once</source>
        <translation>한 번만 보내도록 보관한 원본 폴더의 내용</translation>
    </message>
    <message>
        <source>Context</source>
        <translation>컨텍스트</translation>
    </message>
    <message>
        <source>Context %1</source>
        <translation>컨텍스트 %1</translation>
    </message>
    <message numerus="yes">
        <source>Copied %n file(s), %1, sha256 %2</source>
        <translation>
            <numerusform>파일 %n개 복사, %1, sha256 %2</numerusform>
        </translation>
    </message>
    <message>
        <source>Copies the code again and starts it; nothing is rebuilt</source>
        <translation>코드를 다시 복사해 시작합니다. 다시 빌드하지 않습니다</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>복사</translation>
    </message>
    <message>
        <source>Copy address</source>
        <translation>주소 복사</translation>
    </message>
    <message>
        <source>Copy as code</source>
        <translation>코드로 복사</translation>
    </message>
    <message>
        <source>Copy code</source>
        <translation>코드 복사</translation>
    </message>
    <message>
        <source>Copy for a terminal</source>
        <translation>터미널용으로 복사</translation>
    </message>
    <message>
        <source>Copy proof</source>
        <translation>증거 복사</translation>
    </message>
    <message>
        <source>Copy raw bytes</source>
        <translation>원본 바이트 복사</translation>
    </message>
    <message>
        <source>Copy raw reply</source>
        <translation>원본 응답 복사</translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation>보고서 복사</translation>
    </message>
    <message>
        <source>Copy the Dockerfile</source>
        <translation>Dockerfile 복사</translation>
    </message>
    <message>
        <source>Copy the address into a browser of this computer and sign in there. This goes on by itself afterwards.</source>
        <translation>주소를 복사하여 이 컴퓨터의 브라우저에서 열고 로그인하십시오. 그 다음은 저절로 이어집니다.</translation>
    </message>
    <message>
        <source>Copy the command</source>
        <translation>명령 복사</translation>
    </message>
    <message>
        <source>Copy the fingerprint</source>
        <translation>지문 복사</translation>
    </message>
    <message>
        <source>Copy the provisioning log</source>
        <translation>프로비저닝 로그 복사</translation>
    </message>
    <message>
        <source>Copy the request</source>
        <translation>요청 복사</translation>
    </message>
    <message>
        <source>Copy the script into the source folder, or choose a source folder that holds it.</source>
        <translation>스크립트를 원본 폴더로 복사하거나 스크립트가 들어 있는 원본 폴더를 고르십시오.</translation>
    </message>
    <message>
        <source>Copy them into this folder</source>
        <translation>이 폴더로 복사</translation>
    </message>
    <message>
        <source>Copy traceback</source>
        <translation>트레이스백 복사</translation>
    </message>
    <message>
        <source>Copying the code</source>
        <translation>코드 복사 중</translation>
    </message>
    <message>
        <source>Copying the source folder</source>
        <translation>원본 폴더 복사 중</translation>
    </message>
    <message>
        <source>Copying what the runs printed</source>
        <translation>실행이 출력한 내용 복사 중</translation>
    </message>
    <message>
        <source>Cores</source>
        <translation>코어</translation>
    </message>
    <message>
        <source>Cores and GB</source>
        <translation>코어와 GB</translation>
    </message>
    <message>
        <source>Cores of the container in Azure (default: 1)</source>
        <translation>Azure 컨테이너의 코어 수(기본값: 1)</translation>
    </message>
    <message>
        <source>Cores, memory and a DNS label are chosen in Azure Container Instances only.</source>
        <translation>코어, 메모리, DNS 레이블은 Azure Container Instances에서만 선택할 수 있습니다.</translation>
    </message>
    <message>
        <source>Costs now</source>
        <translation>지금 과금</translation>
    </message>
    <message>
        <source>Create the profile and its workspace; again: the same answer</source>
        <translation>프로필과 작업 영역 만들기. 다시 실행해도 결과는 같음</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>만든 때</translation>
    </message>
    <message>
        <source>Creating for 8 minutes instead of seconds</source>
        <translation>몇 초가 아니라 8분 동안 Creating</translation>
    </message>
    <message>
        <source>Credentials go to a build as secrets of BuildKit, and podman&apos;s service has none.</source>
        <translation>자격 증명은 BuildKit 비밀로만 빌드에 전달되는데, podman 서비스에는 이 기능이 없습니다.</translation>
    </message>
    <message>
        <source>Ctrl+Z takes a change back</source>
        <translation>Ctrl+Z로 변경을 되돌림</translation>
    </message>
    <message>
        <source>DNS label</source>
        <translation>DNS 레이블</translation>
    </message>
    <message>
        <source>DOCKER_HOST on this target names another machine, %1, which does not see the run&apos;s folder.</source>
        <translation>이 계산 대상의 DOCKER_HOST가 가리키는 곳은 실행 폴더를 볼 수 없는 다른 컴퓨터입니다: %1.</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>어둡게</translation>
    </message>
    <message>
        <source>Dashed: nobody looked for %1 in all, not counted.</source>
        <comment>how long</comment>
        <translation>점선: 모두 %1 동안 확인하지 않았으며 합계에 넣지 않았습니다.</translation>
    </message>
    <message>
        <source>Dashed: nobody looked from %1 to %2, %3, not counted.</source>
        <comment>two times of day, how long</comment>
        <translation>점선: %1부터 %2까지(%3) 확인하지 않았으며 합계에 넣지 않았습니다.</translation>
    </message>
    <message>
        <source>Data Lake Analytics</source>
        <translation>Data Lake Analytics</translation>
    </message>
    <message>
        <source>Data folder</source>
        <translation>데이터 폴더</translation>
    </message>
    <message>
        <source>Data row</source>
        <translation>데이터 행</translation>
    </message>
    <message>
        <source>Databricks</source>
        <translation>Databricks</translation>
    </message>
    <message>
        <source>Databricks answers 403, the reason one level down</source>
        <translation>Databricks의 403, 이유는 한 단계 안쪽</translation>
    </message>
    <message>
        <source>Databricks token</source>
        <translation>Databricks 토큰</translation>
    </message>
    <message>
        <source>Databricks workspace</source>
        <translation>Databricks 작업 영역</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>날짜</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>기본값</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>삭제</translation>
    </message>
    <message>
        <source>Delete %1</source>
        <translation>%1 삭제</translation>
    </message>
    <message>
        <source>Delete %1</source>
        <comment>a target</comment>
        <translation>삭제: %1</translation>
    </message>
    <message>
        <source>Delete an endpoint; the model and the source folder stay</source>
        <translation>엔드포인트 삭제. 모델과 소스 폴더는 그대로 남음</translation>
    </message>
    <message>
        <source>Delete the endpoint %1?</source>
        <translation>엔드포인트를 삭제하시겠습니까? (%1)</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>삭제됨</translation>
    </message>
    <message>
        <source>Deleted: %1</source>
        <translation>삭제됨: %1</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>삭제…</translation>
    </message>
    <message>
        <source>Deleting %1.</source>
        <comment>a target</comment>
        <translation>삭제하는 중: %1.</translation>
    </message>
    <message>
        <source>Denied</source>
        <translation>거부됨</translation>
    </message>
    <message>
        <source>Deploy</source>
        <translation>배포</translation>
    </message>
    <message>
        <source>Deploy %1</source>
        <translation>배포: %1</translation>
    </message>
    <message>
        <source>Deploy a model</source>
        <translation>모델 배포</translation>
    </message>
    <message>
        <source>Deploy a model…</source>
        <translation>모델 배포…</translation>
    </message>
    <message>
        <source>Deploy another…</source>
        <translation>다른 모델 배포…</translation>
    </message>
    <message>
        <source>Deploy it again with --replace.</source>
        <translation>--replace로 다시 배포하십시오.</translation>
    </message>
    <message>
        <source>Deploy the model here under a name of its own.</source>
        <translation>모델을 다른 이름으로 여기에 배포하십시오.</translation>
    </message>
    <message>
        <source>Deploy without this computer&apos;s network settings, or use Docker.</source>
        <translation>이 컴퓨터의 네트워크 설정 없이 배포하거나 Docker를 사용하십시오.</translation>
    </message>
    <message>
        <source>Deploying</source>
        <translation>배포 중</translation>
    </message>
    <message>
        <source>Deploying version %1</source>
        <translation>버전 %1 배포 중</translation>
    </message>
    <message>
        <source>Deployment</source>
        <translation>배포</translation>
    </message>
    <message>
        <source>Deployment %1</source>
        <translation>배포 %1</translation>
    </message>
    <message>
        <source>Deployments</source>
        <translation>배포</translation>
    </message>
    <message>
        <source>Deploy…</source>
        <translation>배포…</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>설명</translation>
    </message>
    <message>
        <source>Detach</source>
        <translation>분리</translation>
    </message>
    <message>
        <source>Detach %1</source>
        <comment>a target</comment>
        <translation>분리: %1</translation>
    </message>
    <message>
        <source>Detach without looking…</source>
        <translation>확인하지 않고 분리…</translation>
    </message>
    <message>
        <source>Detach, then attach…</source>
        <translation>분리한 뒤 연결…</translation>
    </message>
    <message>
        <source>Detached</source>
        <translation>분리됨</translation>
    </message>
    <message>
        <source>Detached: %1</source>
        <translation>분리되었습니다: %1</translation>
    </message>
    <message>
        <source>Detaching %1.</source>
        <comment>a target</comment>
        <translation>분리하고 있습니다: %1</translation>
    </message>
    <message>
        <source>Detach…</source>
        <translation>분리…</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>자세히</translation>
    </message>
    <message>
        <source>Device code</source>
        <translation>장치 코드</translation>
    </message>
    <message>
        <source>Did you mean &quot;%1&quot;?</source>
        <translation>이것을 말합니까: &quot;%1&quot;</translation>
    </message>
    <message>
        <source>Did you mean %1?</source>
        <translation>이것을 말합니까: %1</translation>
    </message>
    <message>
        <source>Did you mean “%1”?</source>
        <translation>이것을 말합니까: “%1”</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>차이</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>디스크</translation>
    </message>
    <message>
        <source>Disk and temp space</source>
        <translation>디스크와 임시 공간</translation>
    </message>
    <message>
        <source>Do not answer</source>
        <translation>답하지 않음</translation>
    </message>
    <message>
        <source>Do not connect</source>
        <translation>연결하지 않음</translation>
    </message>
    <message>
        <source>Do not trust</source>
        <translation>신뢰 안 함</translation>
    </message>
    <message>
        <source>Docker</source>
        <translation>Docker</translation>
    </message>
    <message>
        <source>Docker %1 is too old: its API is %2, and 1.41 is needed.</source>
        <translation>Docker가 너무 오래되었습니다(%1). API가 %2이며 1.41이 필요합니다.</translation>
    </message>
    <message>
        <source>Docker as this user</source>
        <translation>이 사용자의 Docker</translation>
    </message>
    <message>
        <source>Docker at %1 accepts and never answers.</source>
        <translation>연결만 되고 응답하지 않는 Docker입니다: %1</translation>
    </message>
    <message>
        <source>Docker did not answer what it was asked.</source>
        <translation>Docker가 물은 것에 답하지 않았습니다.</translation>
    </message>
    <message>
        <source>Docker is being looked for.</source>
        <translation>Docker를 찾고 있습니다.</translation>
    </message>
    <message>
        <source>Docker is installed and does not run.</source>
        <translation>Docker가 설치되어 있지만 실행 중이 아닙니다.</translation>
    </message>
    <message>
        <source>Docker is installed on this target but not running.</source>
        <translation>이 계산 대상에 Docker가 설치되어 있지만 실행 중이 아닙니다.</translation>
    </message>
    <message>
        <source>Docker is not installed on this computer.</source>
        <translation>이 컴퓨터에 Docker가 설치되어 있지 않습니다.</translation>
    </message>
    <message>
        <source>Docker is not installed on this target.</source>
        <translation>이 계산 대상에 Docker가 설치되어 있지 않습니다.</translation>
    </message>
    <message>
        <source>Docker on this target cannot be used.</source>
        <translation>이 계산 대상의 Docker를 사용할 수 없습니다.</translation>
    </message>
    <message>
        <source>Docker on this target did not answer within %1 s.</source>
        <translation>이 계산 대상의 Docker가 %1초 안에 응답하지 않았습니다.</translation>
    </message>
    <message>
        <source>Docker refused: %1</source>
        <translation>Docker가 거부했습니다: %1</translation>
    </message>
    <message>
        <source>Docker settings</source>
        <translation>Docker 설정</translation>
    </message>
    <message>
        <source>Dockerfile</source>
        <translation>Dockerfile</translation>
    </message>
    <message>
        <source>Does not answer</source>
        <translation>응답 없음</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>완료</translation>
    </message>
    <message>
        <source>Download it from the workspace&apos;s page in Azure ML studio or in the Azure portal.</source>
        <translation>Azure ML 스튜디오나 Azure Portal의 작업 영역 페이지에서 내려받으십시오.</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>초안</translation>
    </message>
    <message>
        <source>Draft, not attached</source>
        <translation>초안, 연결되지 않음</translation>
    </message>
    <message>
        <source>Draft, perhaps attached</source>
        <translation>초안, 연결되었을 수 있음</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>걸린 시간</translation>
    </message>
    <message>
        <source>Each request that is sent is kept here, with its answer.</source>
        <translation>보낸 요청과 그 응답이 여기에 남습니다.</translation>
    </message>
    <message>
        <source>Each request that is sent stands here while the workspace is open, with its answer.</source>
        <translation>보낸 요청과 응답은 작업 영역이 열려 있는 동안 여기에 남습니다.</translation>
    </message>
    <message>
        <source>Each run keeps its log, metrics and outputs here, also when this window is closed.</source>
        <translation>실행마다 로그, 메트릭, 출력이 여기에 남습니다. 이 창을 닫아도 마찬가지입니다.</translation>
    </message>
    <message>
        <source>Edit .amlignore</source>
        <translation>.amlignore 편집</translation>
    </message>
    <message>
        <source>Edit the Dockerfile</source>
        <translation>Dockerfile 편집</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>편집…</translation>
    </message>
    <message>
        <source>Empty: the group of the workspace.</source>
        <translation>비우면 작업 영역의 그룹입니다.</translation>
    </message>
    <message>
        <source>End a run and prove that nothing of it is left</source>
        <translation>실행을 끝내고 남은 것이 없음을 확인</translation>
    </message>
    <message>
        <source>End the run after so many seconds</source>
        <translation>이 초가 지나면 실행 종료</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>끝난 때</translation>
    </message>
    <message>
        <source>Ended %1 with %2: %3</source>
        <translation>%2: %1 종료 — %3</translation>
    </message>
    <message>
        <source>Ended processes</source>
        <translation>종료된 프로세스</translation>
    </message>
    <message>
        <source>Ending the run %1</source>
        <translation>실행을 끝내는 중: %1</translation>
    </message>
    <message>
        <source>Endpoints</source>
        <translation>엔드포인트</translation>
    </message>
    <message>
        <source>Endpoints in “%1” are not in this version.</source>
        <translation>이 버전에는 “%1” 엔드포인트가 없습니다.</translation>
    </message>
    <message>
        <source>Ends %1</source>
        <comment>a date</comment>
        <translation>종료 예정: %1</translation>
    </message>
    <message>
        <source>Engine %1</source>
        <translation>엔진 %1</translation>
    </message>
    <message>
        <source>Engine %1, API %2</source>
        <translation>엔진 %1, API %2</translation>
    </message>
    <message>
        <source>Enter sends a request again</source>
        <translation>Enter 키를 누르면 요청을 다시 보냅니다</translation>
    </message>
    <message>
        <source>Enter: do</source>
        <translation>Enter: 실행</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>환경</translation>
    </message>
    <message>
        <source>Environment and snapshot</source>
        <translation>환경과 스냅샷</translation>
    </message>
    <message>
        <source>Environment build</source>
        <translation>환경 빌드</translation>
    </message>
    <message>
        <source>Environment variable for the script, not a secret</source>
        <translation>스크립트에 줄 환경 변수, 비밀 값 아님</translation>
    </message>
    <message>
        <source>Environment: %1</source>
        <translation>환경: %1</translation>
    </message>
    <message>
        <source>Environments</source>
        <translation>환경</translation>
    </message>
    <message>
        <source>Epoch</source>
        <translation>에포크</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>오류</translation>
    </message>
    <message>
        <source>Esc does not trust it.</source>
        <translation>Esc를 누르면 신뢰하지 않습니다.</translation>
    </message>
    <message>
        <source>Esc: close</source>
        <translation>Esc: 닫기</translation>
    </message>
    <message>
        <source>Every sign-in does there; a device code is the shortest way.</source>
        <translation>그곳에서는 어떤 로그인이든 됩니다. 장치 코드가 가장 빠릅니다.</translation>
    </message>
    <message>
        <source>Everybody can reach its address, only who has the key gets an answer: it is in this computer’s keychain.</source>
        <translation>누구나 주소에 접속할 수 있지만 키가 있어야 응답을 받습니다. 키는 이 컴퓨터의 키체인에 있습니다.</translation>
    </message>
    <message>
        <source>Exit code</source>
        <translation>종료 코드</translation>
    </message>
    <message>
        <source>Expected fingerprint</source>
        <translation>예상 지문</translation>
    </message>
    <message>
        <source>Experiment</source>
        <translation>실험</translation>
    </message>
    <message>
        <source>Experiment it belongs to</source>
        <translation>속한 실험</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>실패</translation>
    </message>
    <message>
        <source>Failed, %1</source>
        <translation>실패, %1</translation>
    </message>
    <message>
        <source>Failed, exit code %1</source>
        <translation>실패, 종료 코드 %1</translation>
    </message>
    <message>
        <source>Failed, init() of version %1</source>
        <translation>실패, 버전 %1의 init()</translation>
    </message>
    <message>
        <source>Failed: the reason stands 3 levels deep</source>
        <translation>Failed: 이유는 세 단계 안쪽에 있음</translation>
    </message>
    <message>
        <source>Fault</source>
        <translation>장애</translation>
    </message>
    <message>
        <source>Faults</source>
        <translation>장애</translation>
    </message>
    <message>
        <source>Faults change at once and end with the lab.</source>
        <translation>장애는 곧바로 바뀌고 연습실과 함께 끝납니다.</translation>
    </message>
    <message>
        <source>Fetch %1</source>
        <translation>%1 가져오기</translation>
    </message>
    <message>
        <source>Fetch %1 first</source>
        <comment>a size</comment>
        <translation>먼저 %1 가져오기</translation>
    </message>
    <message>
        <source>Fetch %1…</source>
        <comment>a size</comment>
        <translation>%1 가져오기…</translation>
    </message>
    <message>
        <source>Fetch the outputs of %1</source>
        <translation>출력 가져오기: %1</translation>
    </message>
    <message>
        <source>Fetch the outputs of %1</source>
        <comment>a run</comment>
        <translation>출력 가져오기: %1</translation>
    </message>
    <message>
        <source>Fetch what is only on %1</source>
        <comment>a target</comment>
        <translation>저쪽에만 있는 것 가져오기: %1</translation>
    </message>
    <message>
        <source>Fetching what is only on %1. Nothing is detached yet.</source>
        <comment>a target</comment>
        <translation>저쪽에만 있는 것을 가져오는 중입니다: %1. 아직 아무것도 분리되지 않았습니다.</translation>
    </message>
    <message>
        <source>Fetching…</source>
        <translation>가져오는 중…</translation>
    </message>
    <message>
        <source>Fetch…</source>
        <translation>가져오기…</translation>
    </message>
    <message>
        <source>File</source>
        <translation>파일</translation>
    </message>
    <message>
        <source>File in outputs/</source>
        <translation>outputs/ 안의 파일</translation>
    </message>
    <message>
        <source>File of a target or of a run&apos;s settings</source>
        <translation>계산 대상 또는 실행 설정의 파일</translation>
    </message>
    <message>
        <source>File of the model</source>
        <translation>모델 파일</translation>
    </message>
    <message>
        <source>File transfer</source>
        <translation>파일 전송</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>파일</translation>
    </message>
    <message>
        <source>Files that it copies have changed.</source>
        <translation>복사하는 파일이 바뀌었습니다.</translation>
    </message>
    <message>
        <source>Files that your scripts wrote by themselves elsewhere. Mooring does not touch what it did not make.</source>
        <translation>스크립트가 다른 곳에 직접 쓴 파일. Mooring은 자신이 만들지 않은 것을 건드리지 않습니다.</translation>
    </message>
    <message>
        <source>Filter by name, kind or state</source>
        <translation>이름, 종류, 상태로 거르기</translation>
    </message>
    <message>
        <source>Filter by name, script, target or experiment</source>
        <translation>이름, 스크립트, 계산 대상, 실험으로 거르기</translation>
    </message>
    <message>
        <source>Filter runs</source>
        <translation>실행 거르기</translation>
    </message>
    <message>
        <source>Finalizing</source>
        <translation>마무리 중</translation>
    </message>
    <message>
        <source>Find a fault</source>
        <translation>장애 찾기</translation>
    </message>
    <message>
        <source>Find a file</source>
        <translation>파일 찾기</translation>
    </message>
    <message>
        <source>Find a machine, address or fingerprint</source>
        <translation>호스트, 주소, 지문 찾기</translation>
    </message>
    <message>
        <source>Find a name or an address</source>
        <translation>이름 또는 주소 찾기</translation>
    </message>
    <message>
        <source>Find a workspace</source>
        <translation>작업 영역 찾기</translation>
    </message>
    <message>
        <source>Find among what was found</source>
        <translation>찾은 것 가운데에서 찾기</translation>
    </message>
    <message>
        <source>Find by name, group or region</source>
        <translation>이름, 그룹, 지역으로 찾기</translation>
    </message>
    <message>
        <source>Find in log</source>
        <translation>로그에서 찾기</translation>
    </message>
    <message>
        <source>Fingerprint</source>
        <translation>지문</translation>
    </message>
    <message>
        <source>First answer</source>
        <translation>첫 응답</translation>
    </message>
    <message>
        <source>First part of its public name; the version&apos;s number is added</source>
        <translation>공개 이름의 첫 부분. 버전 번호가 덧붙습니다</translation>
    </message>
    <message>
        <source>First part of its public name; the version’s number is added. Without one it has an IP address alone.</source>
        <translation>공개 이름의 첫 부분이며 버전 번호가 덧붙습니다. 비워 두면 IP 주소만 있습니다.</translation>
    </message>
    <message>
        <source>First request</source>
        <translation>첫 요청</translation>
    </message>
    <message>
        <source>First run of this folder</source>
        <translation>이 폴더의 첫 실행</translation>
    </message>
    <message>
        <source>First seen</source>
        <translation>처음 본 때</translation>
    </message>
    <message>
        <source>Fix</source>
        <translation>해결</translation>
    </message>
    <message>
        <source>Fix: %1</source>
        <translation>해결: %1</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>폴더</translation>
    </message>
    <message>
        <source>Folder of the code</source>
        <translation>코드 폴더</translation>
    </message>
    <message>
        <source>Folder of the code (default: that of the scoring script)</source>
        <translation>코드 폴더(기본값: 채점 스크립트의 폴더)</translation>
    </message>
    <message>
        <source>Folder of the model</source>
        <translation>모델 폴더</translation>
    </message>
    <message>
        <source>Folder of the profile (or MOORING_PROFILE)</source>
        <translation>프로필 폴더(또는 MOORING_PROFILE)</translation>
    </message>
    <message>
        <source>Folder or file of the model, or run:RUN/PATH for an output of a run</source>
        <translation>모델 폴더나 파일, 또는 실행 출력을 뜻하는 run:RUN/PATH</translation>
    </message>
    <message>
        <source>Folder that goes to the target (default: the current one)</source>
        <translation>계산 대상으로 보낼 폴더(기본값: 현재 폴더)</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>따라가기</translation>
    </message>
    <message>
        <source>Follow the log of %1</source>
        <comment>a run</comment>
        <translation>로그 따라가기: %1</translation>
    </message>
    <message>
        <source>For %1 a certificate authority is on record (%2), which Mooring does not judge, and its key is not known: %3.</source>
        <translation>%1에는 Mooring이 판단하지 않는 인증 기관이 기록되어 있고(%2), 키는 알려져 있지 않습니다: %3.</translation>
    </message>
    <message>
        <source>For code and outputs, below ~/.mooring.</source>
        <translation>코드와 출력용, ~/.mooring 아래.</translation>
    </message>
    <message>
        <source>For example 90 s, 15 min, 2 h 30 min. A run that takes longer is ended.</source>
        <translation>예: 90 s, 15 min, 2 h 30 min. 더 오래 걸리는 실행은 종료됩니다.</translation>
    </message>
    <message>
        <source>For runs that Mooring submits to the cluster.</source>
        <translation>Mooring이 클러스터에 제출하는 실행에 씁니다.</translation>
    </message>
    <message>
        <source>For using the account directly.</source>
        <translation>계정을 직접 쓸 때 필요합니다.</translation>
    </message>
    <message>
        <source>For using the cluster directly.</source>
        <translation>클러스터를 직접 쓸 때 필요합니다.</translation>
    </message>
    <message>
        <source>For using the workspace directly.</source>
        <translation>작업 영역을 직접 쓸 때 필요합니다.</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>지우기</translation>
    </message>
    <message>
        <source>Forget a target; the thing itself stays</source>
        <translation>계산 대상을 목록에서 지우기. 대상 자체는 그대로 남음</translation>
    </message>
    <message>
        <source>Forget an account</source>
        <translation>계정 잊기</translation>
    </message>
    <message>
        <source>Forget the key of %1</source>
        <comment>a machine</comment>
        <translation>키 지우기: %1</translation>
    </message>
    <message>
        <source>Found beside the model: %1</source>
        <translation>모델 옆에서 찾음: %1</translation>
    </message>
    <message>
        <source>Found is not attached. Nothing was contacted.</source>
        <translation>찾기만 했습니다. 어디에도 접속하지 않았습니다.</translation>
    </message>
    <message>
        <source>Found on this computer</source>
        <translation>이 컴퓨터에서 찾음</translation>
    </message>
    <message>
        <source>Found there</source>
        <translation>그곳에서 찾은 것</translation>
    </message>
    <message>
        <source>Free some space on that disk, or leave large files out with a line in .amlignore, then try again.</source>
        <translation>그 디스크의 공간을 확보하거나 .amlignore에 한 줄을 넣어 큰 파일을 뺀 뒤 다시 시도하십시오.</translation>
    </message>
    <message>
        <source>Free some space on that disk, then try again.</source>
        <translation>그 디스크의 공간을 확보한 뒤 다시 시도하십시오.</translation>
    </message>
    <message>
        <source>Free some space on that disk.</source>
        <translation>그 디스크의 공간을 확보하십시오.</translation>
    </message>
    <message>
        <source>Free some space on that disk: the copy then goes on where it stopped.</source>
        <translation>디스크 공간을 확보하십시오. 그러면 복사가 멈춘 곳에서 계속됩니다.</translation>
    </message>
    <message>
        <source>From</source>
        <translation>시작</translation>
    </message>
    <message>
        <source>From a file</source>
        <translation>파일에서</translation>
    </message>
    <message>
        <source>From swagger</source>
        <translation>swagger에서</translation>
    </message>
    <message>
        <source>From the internet</source>
        <translation>인터넷에서 접속</translation>
    </message>
    <message>
        <source>From the user settings of the Databricks workspace.</source>
        <translation>Databricks 작업 영역의 사용자 설정에서 만듭니다.</translation>
    </message>
    <message>
        <source>GET / was answered with %1.</source>
        <translation>GET /의 응답이 %1입니다.</translation>
    </message>
    <message>
        <source>GPU</source>
        <translation>GPU</translation>
    </message>
    <message>
        <source>GPU driver</source>
        <translation>GPU 드라이버</translation>
    </message>
    <message>
        <source>GPU in Docker</source>
        <translation>Docker의 GPU</translation>
    </message>
    <message>
        <source>Gather what helps to find out what is wrong, without secrets</source>
        <translation>문제를 찾는 데 도움이 되는 것을 비밀 없이 모읍니다</translation>
    </message>
    <message>
        <source>Get a code</source>
        <translation>코드 받기</translation>
    </message>
    <message>
        <source>Get its key</source>
        <translation>키 받기</translation>
    </message>
    <message>
        <source>Get the key of %1</source>
        <comment>a machine</comment>
        <translation>키 받기: %1</translation>
    </message>
    <message>
        <source>GitHub token</source>
        <translation>GitHub 토큰</translation>
    </message>
    <message>
        <source>GitLab token</source>
        <translation>GitLab 토큰</translation>
    </message>
    <message>
        <source>Give a key in OpenSSH, PEM or PKCS#8 format.</source>
        <translation>OpenSSH, PEM 또는 PKCS#8 형식의 키를 지정하십시오.</translation>
    </message>
    <message>
        <source>Give a number between 1024 and 65535.</source>
        <translation>1024에서 65535 사이의 숫자를 입력하십시오.</translation>
    </message>
    <message>
        <source>Give a requirements.txt as pip reads it, or a YAML file with &quot;dependencies&quot; as conda reads it.</source>
        <translation>pip이 읽는 형식의 requirements.txt 또는 conda가 읽는 &quot;dependencies&quot;가 있는 YAML 파일을 지정하십시오.</translation>
    </message>
    <message>
        <source>Give it another name, or leave it out with a line in .amlignore.</source>
        <translation>다른 이름으로 바꾸거나 .amlignore에 한 줄을 추가하여 제외하십시오.</translation>
    </message>
    <message>
        <source>Give the datastore its account key in Azure ML studio.</source>
        <translation>Azure ML 스튜디오에서 데이터 저장소에 계정 키를 지정하십시오.</translation>
    </message>
    <message>
        <source>Give the engine the authority&apos;s certificate: /etc/docker/certs.d/REGISTRY/ca.crt</source>
        <translation>엔진에 인증 기관의 인증서를 추가하십시오: /etc/docker/certs.d/REGISTRY/ca.crt</translation>
    </message>
    <message>
        <source>Give the passphrase, or add the key to the SSH agent.</source>
        <translation>암호문구를 입력하거나 키를 SSH 에이전트에 추가하십시오.</translation>
    </message>
    <message>
        <source>Give the private half: the same name without .pub.</source>
        <translation>개인 키를 지정하십시오. 이름은 같고 끝에 .pub이 없습니다.</translation>
    </message>
    <message>
        <source>Give the private key. A certificate is used through the SSH agent.</source>
        <translation>개인 키를 지정하십시오. 인증서는 SSH 에이전트를 통해 사용합니다.</translation>
    </message>
    <message>
        <source>Give the secret again.</source>
        <translation>비밀 값을 다시 지정하십시오.</translation>
    </message>
    <message>
        <source>Give this computer&apos;s certificates to the build: --network-settings.</source>
        <translation>이 컴퓨터의 인증서를 빌드에 전달하십시오: --network-settings.</translation>
    </message>
    <message>
        <source>Give this computer&apos;s certificates, proxies, pip and conda settings to the build and the container</source>
        <translation>이 컴퓨터의 인증서, 프록시, pip 및 conda 설정을 빌드와 컨테이너에 전달</translation>
    </message>
    <message>
        <source>Give user, port and jump host (or “none”) in full: then the configuration is not needed.</source>
        <translation>사용자, 포트, 점프 호스트(또는 “none”)를 모두 지정하십시오. 그러면 설정이 필요하지 않습니다.</translation>
    </message>
    <message>
        <source>Go on until it ends</source>
        <translation>끝날 때까지 계속</translation>
    </message>
    <message>
        <source>Go on until the run ended</source>
        <translation>실행이 끝날 때까지 계속</translation>
    </message>
    <message>
        <source>Go on without it. What needs it is left out too; the target can be checked again at any time.</source>
        <translation>이 검사 항목 없이 계속합니다. 이것이 필요한 항목도 건너뜁니다. 계산 대상은 언제든지 다시 검사할 수 있습니다.</translation>
    </message>
    <message>
        <source>Go to</source>
        <translation>이동</translation>
    </message>
    <message>
        <source>Go to a line…</source>
        <translation>줄로 이동…</translation>
    </message>
    <message>
        <source>Go to line</source>
        <translation>줄로 이동</translation>
    </message>
    <message>
        <source>Go to the runs</source>
        <translation>실행으로 이동</translation>
    </message>
    <message>
        <source>Goes from the keychain of this computer: secrets that were kept for it.</source>
        <translation>이 컴퓨터의 키체인에서 없어짐: 이 대상을 위해 보관한 비밀.</translation>
    </message>
    <message>
        <source>Goes from the keychain: %1.</source>
        <comment>fields</comment>
        <translation>키체인에서 지웁니다: %1</translation>
    </message>
    <message>
        <source>Goes on by itself once somebody has signed in</source>
        <translation>로그인하면 저절로 계속합니다</translation>
    </message>
    <message>
        <source>Goes on by itself once the code is used</source>
        <translation>코드를 쓰면 저절로 계속합니다</translation>
    </message>
    <message>
        <source>Goes on by itself once there is a token</source>
        <translation>토큰을 받으면 저절로 이어집니다</translation>
    </message>
    <message>
        <source>Goes to %1</source>
        <translation>연결 대상: %1</translation>
    </message>
    <message>
        <source>Goes to %1, through %2</source>
        <translation>연결 대상: %1, %2 경유</translation>
    </message>
    <message>
        <source>Goes to Azure</source>
        <translation>Azure로 가는 것</translation>
    </message>
    <message>
        <source>Goes up</source>
        <translation>감</translation>
    </message>
    <message>
        <source>Goes up, or the rule that keeps it here</source>
        <translation>가는 것, 또는 여기 남기는 규칙</translation>
    </message>
    <message>
        <source>Good to know</source>
        <translation>알아 둘 점</translation>
    </message>
    <message>
        <source>Google API key</source>
        <translation>Google API 키</translation>
    </message>
    <message>
        <source>Guarded by</source>
        <translation>보호 수단</translation>
    </message>
    <message>
        <source>HDInsight 5.1 makes none unless it is asked to.</source>
        <translation>HDInsight 5.1은 요청하지 않으면 만들지 않습니다.</translation>
    </message>
    <message>
        <source>HDInsight, Livy</source>
        <translation>HDInsight, Livy</translation>
    </message>
    <message>
        <source>Has Docker for containers</source>
        <translation>컨테이너용 Docker 있음</translation>
    </message>
    <message>
        <source>Has a GPU</source>
        <translation>GPU 있음</translation>
    </message>
    <message>
        <source>Hashed name</source>
        <translation>해시된 이름</translation>
    </message>
    <message>
        <source>Headers</source>
        <translation>헤더</translation>
    </message>
    <message>
        <source>Healthy</source>
        <translation>정상</translation>
    </message>
    <message>
        <source>Held by %1, your endpoint, made %2.</source>
        <comment>an endpoint, a time</comment>
        <translation>사용 중: 내 엔드포인트 %1(%2에 만들어짐).</translation>
    </message>
    <message>
        <source>Held by %1, your endpoint.</source>
        <translation>사용 중: 내 엔드포인트 %1.</translation>
    </message>
    <message>
        <source>Held by a program of another user.</source>
        <translation>다른 사용자의 프로그램이 사용 중입니다.</translation>
    </message>
    <message>
        <source>Held by process %1: %2</source>
        <comment>%1 a number, %2 its command</comment>
        <translation>프로세스 %1에서 사용 중: %2</translation>
    </message>
    <message>
        <source>History</source>
        <translation>기록</translation>
    </message>
    <message>
        <source>Home and temp space</source>
        <translation>홈과 임시 공간</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>호스트</translation>
    </message>
    <message>
        <source>Host key</source>
        <translation>호스트 키</translation>
    </message>
    <message>
        <source>How long the load lasts (default: 10)</source>
        <translation>부하를 주는 시간(기본값: 10)</translation>
    </message>
    <message>
        <source>How requests come</source>
        <translation>요청을 보내는 방식</translation>
    </message>
    <message>
        <source>How the answer is shown</source>
        <translation>응답 표시 방식</translation>
    </message>
    <message>
        <source>Hugging Face token</source>
        <translation>Hugging Face 토큰</translation>
    </message>
    <message>
        <source>I agree that this goes to Azure ML</source>
        <translation>이것을 Azure ML로 보내는 데 동의합니다</translation>
    </message>
    <message>
        <source>I agree that this goes to Azure ML, with its secrets</source>
        <translation>비밀을 포함하여 이것을 Azure ML로 보내는 데 동의합니다</translation>
    </message>
    <message>
        <source>Id, the beginning of an id, or name</source>
        <translation>ID, ID의 앞부분 또는 이름</translation>
    </message>
    <message>
        <source>Identity</source>
        <translation>식별자</translation>
    </message>
    <message>
        <source>Idle</source>
        <translation>유휴</translation>
    </message>
    <message>
        <source>Idle seconds</source>
        <translation>유휴 시간(초)</translation>
    </message>
    <message>
        <source>If it stays so, look at the server&apos;s log.</source>
        <translation>계속되면 서버의 로그를 확인하십시오.</translation>
    </message>
    <message>
        <source>If its owner confirms the new key, remove the old record: %1</source>
        <translation>소유자가 새 키를 확인해 주면 이전 기록을 지우십시오: %1</translation>
    </message>
    <message>
        <source>If the machine was set up again</source>
        <translation>그 컴퓨터를 다시 설치한 경우</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>이미지</translation>
    </message>
    <message>
        <source>In memory only, about one hour.</source>
        <translation>메모리에만, 약 한 시간 동안 둡니다.</translation>
    </message>
    <message>
        <source>In place of cluster, group and subscription.</source>
        <translation>클러스터, 그룹, 구독 대신 씁니다.</translation>
    </message>
    <message>
        <source>In the browser of this computer</source>
        <translation>이 컴퓨터의 브라우저에서</translation>
    </message>
    <message>
        <source>In the file</source>
        <translation>파일 안의 내용</translation>
    </message>
    <message>
        <source>In the keychain, until you sign out. Replaced at each use.</source>
        <translation>로그아웃할 때까지 키체인에 둡니다. 쓸 때마다 바뀝니다.</translation>
    </message>
    <message>
        <source>In the source folder. Built once on Azure ML&apos;s own image, used again while its content stays the same.</source>
        <translation>원본 폴더에 있습니다. Azure ML 기본 이미지에서 한 번 빌드하고, 내용이 같으면 다시 사용합니다.</translation>
    </message>
    <message>
        <source>In the source folder. Built once, used again while its content stays the same.</source>
        <translation>원본 폴더 안의 파일. 한 번 빌드하고 내용이 같은 동안 다시 사용합니다.</translation>
    </message>
    <message>
        <source>Inference</source>
        <translation>추론</translation>
    </message>
    <message>
        <source>Install micromamba or Miniforge there, or give a requirements.txt.</source>
        <translation>그곳에 micromamba나 Miniforge를 설치하거나 requirements.txt를 지정하십시오.</translation>
    </message>
    <message>
        <source>Instance</source>
        <translation>인스턴스</translation>
    </message>
    <message>
        <source>It accepts connections and did not answer within 2 s. A request may be keeping it busy.</source>
        <translation>연결은 받지만 2초 안에 응답하지 않았습니다. 요청을 처리하느라 바쁠 수 있습니다.</translation>
    </message>
    <message>
        <source>It cannot be used</source>
        <translation>사용할 수 없음</translation>
    </message>
    <message>
        <source>It cannot stand in a request.</source>
        <translation>요청에 넣을 수 없는 값입니다.</translation>
    </message>
    <message>
        <source>It comes into being by deploying a model, and not otherwise.</source>
        <translation>모델을 배포할 때만 생깁니다.</translation>
    </message>
    <message>
        <source>It could not be ended, and may still run: mooring undeploy %1</source>
        <translation>끝내지 못했으며 아직 실행 중일 수 있습니다: mooring undeploy %1</translation>
    </message>
    <message>
        <source>It crashed with %1 (exit code %2).</source>
        <translation>비정상 종료되었습니다: %1(종료 코드 %2)</translation>
    </message>
    <message>
        <source>It defines neither init() nor run() itself.</source>
        <translation>init()과 run()을 직접 정의하지 않습니다.</translation>
    </message>
    <message>
        <source>It describes an Azure ML environment. Name the conda file that it points to.</source>
        <translation>Azure ML 환경을 설명하는 파일입니다. 그 파일이 가리키는 conda 파일을 지정하십시오.</translation>
    </message>
    <message>
        <source>It did not answer in time. Secrets stay in memory until Mooring closes.</source>
        <translation>제때 응답하지 않았습니다. 비밀 값은 Mooring을 닫을 때까지 메모리에만 있습니다.</translation>
    </message>
    <message>
        <source>It did not answer within %1 s.</source>
        <translation>%1초 안에 응답하지 않았습니다.</translation>
    </message>
    <message>
        <source>It differs in %1, at most %2 apart.</source>
        <translation>다른 항목: %1(최대 차이 %2)</translation>
    </message>
    <message>
        <source>It differs in %1.</source>
        <translation>다른 항목: %1</translation>
    </message>
    <message>
        <source>It does not start as a Python.</source>
        <translation>Python으로 시작되지 않습니다.</translation>
    </message>
    <message>
        <source>It does on virtual machines, clusters, instances and Kubernetes.</source>
        <translation>가상 머신, 클러스터, 인스턴스, Kubernetes에서 실행합니다.</translation>
    </message>
    <message>
        <source>It failed or was canceled in the build before.</source>
        <translation>이전 빌드에서 실패했거나 취소되었습니다.</translation>
    </message>
    <message>
        <source>It goes on in Azure also when this page is left.</source>
        <translation>이 페이지를 떠나도 Azure에서 계속됩니다.</translation>
    </message>
    <message>
        <source>It goes on when this window is closed, and is found again.</source>
        <translation>이 창을 닫아도 계속되며 다시 찾을 수 있습니다.</translation>
    </message>
    <message>
        <source>It goes on when this window is closed.</source>
        <translation>이 창을 닫아도 계속됩니다.</translation>
    </message>
    <message>
        <source>It goes on when this window is closed. The machines that it uses cost.</source>
        <translation>이 창을 닫아도 계속됩니다. 사용하는 컴퓨터는 과금됩니다.</translation>
    </message>
    <message>
        <source>It has no &quot;dependencies&quot;.</source>
        <translation>&quot;dependencies&quot;가 없습니다.</translation>
    </message>
    <message>
        <source>It has no TLS: the key could be read on its way.</source>
        <translation>TLS를 쓰지 않아 전송 중에 키가 노출될 수 있습니다.</translation>
    </message>
    <message>
        <source>It has no deployment: nothing answers.</source>
        <translation>배포가 없어 응답하는 것이 없습니다.</translation>
    </message>
    <message>
        <source>It has no location.</source>
        <translation>위치가 없습니다.</translation>
    </message>
    <message>
        <source>It has: %1.</source>
        <translation>있는 배포: %1</translation>
    </message>
    <message>
        <source>It holds bytes that are no text.</source>
        <translation>텍스트가 아닌 바이트가 들어 있습니다.</translation>
    </message>
    <message>
        <source>It is a text that begins with -----BEGIN CERTIFICATE-----.</source>
        <translation>-----BEGIN CERTIFICATE-----로 시작하는 텍스트입니다.</translation>
    </message>
    <message>
        <source>It is attached by itself when the checks are through. You can leave this page, they go on.</source>
        <translation>검사가 끝나면 자동으로 연결됩니다. 이 페이지를 떠나도 계속됩니다.</translation>
    </message>
    <message>
        <source>It is being deleted.</source>
        <comment>endpoint</comment>
        <translation>삭제하는 중입니다.</translation>
    </message>
    <message>
        <source>It is being started.</source>
        <comment>endpoint</comment>
        <translation>시작하는 중입니다.</translation>
    </message>
    <message>
        <source>It is being stopped.</source>
        <comment>endpoint</comment>
        <translation>중지하는 중입니다.</translation>
    </message>
    <message>
        <source>It is harmless</source>
        <translation>해롭지 않음</translation>
    </message>
    <message>
        <source>It is no JSON object.</source>
        <translation>JSON 개체가 아닙니다.</translation>
    </message>
    <message>
        <source>It is no YAML map.</source>
        <translation>YAML 맵이 아닙니다.</translation>
    </message>
    <message>
        <source>It is no address of a server.</source>
        <translation>서버 주소가 아닙니다.</translation>
    </message>
    <message>
        <source>It is not JSON.</source>
        <translation>JSON이 아닙니다.</translation>
    </message>
    <message>
        <source>It is not a file.</source>
        <translation>파일이 아닙니다.</translation>
    </message>
    <message>
        <source>It is not a regular file any more.</source>
        <translation>더 이상 일반 파일이 아닙니다.</translation>
    </message>
    <message>
        <source>It is not known whether it is made.</source>
        <translation>만들어졌는지 알 수 없습니다.</translation>
    </message>
    <message>
        <source>It is not known whether the run %1 goes on in Azure ML.</source>
        <translation>Azure ML에서 실행이 계속되는지 알 수 없습니다: %1</translation>
    </message>
    <message>
        <source>It is not known whether the run was canceled.</source>
        <translation>실행이 중단되었는지 알 수 없습니다.</translation>
    </message>
    <message>
        <source>It is not known whether the run was started.</source>
        <translation>실행이 시작되었는지 알 수 없습니다.</translation>
    </message>
    <message>
        <source>It is relative to --source, or to the current folder.</source>
        <translation>--source 또는 현재 폴더를 기준으로 합니다.</translation>
    </message>
    <message>
        <source>It is stopped. Its versions, their logs and the history of requests are deleted; that cannot be taken back.</source>
        <translation>엔드포인트를 중지하고 모든 버전과 로그, 요청 기록을 삭제합니다. 되돌릴 수 없습니다.</translation>
    </message>
    <message>
        <source>It is there.</source>
        <translation>있습니다.</translation>
    </message>
    <message>
        <source>It is this computer, where no endpoint of that cloud can be.</source>
        <translation>이 컴퓨터의 주소이며, 그 클라우드의 엔드포인트가 있을 수 없는 곳입니다.</translation>
    </message>
    <message>
        <source>It is tried again in %1.</source>
        <translation>다시 시도하기까지 남은 시간: %1.</translation>
    </message>
    <message>
        <source>It lists your subscriptions and workspaces. Nothing is created or changed. Afterwards Mooring may do there what your account may do, and asks before it changes anything.</source>
        <translation>구독과 작업 영역을 나열합니다. 만들거나 바꾸는 것은 없습니다. 그 뒤 Mooring은 계정이 할 수 있는 일을 그곳에서 할 수 있으며, 무엇이든 바꾸기 전에 묻습니다.</translation>
    </message>
    <message>
        <source>It looks like “SHA256:” and 43 letters and digits: ssh-keygen -l -E sha256 -f KEYFILE prints it.</source>
        <translation>“SHA256:” 뒤에 글자와 숫자 43개가 오는 모양입니다. ssh-keygen -l -E sha256 -f KEYFILE로 볼 수 있습니다.</translation>
    </message>
    <message>
        <source>It looks like “ssh-ed25519 AAAA…”: the line of /etc/ssh/ssh_host_ed25519_key.pub there.</source>
        <translation>“ssh-ed25519 AAAA…”와 같은 모양이며, 그 컴퓨터의 /etc/ssh/ssh_host_ed25519_key.pub에 있는 줄입니다.</translation>
    </message>
    <message>
        <source>It must have azureml-inference-server-http.</source>
        <translation>azureml-inference-server-http가 있어야 합니다.</translation>
    </message>
    <message>
        <source>It needs a scoring script, and of this MLflow model Mooring makes one itself.</source>
        <translation>채점 스크립트가 필요하지만, 이 MLflow 모델의 스크립트는 Mooring이 직접 만듭니다.</translation>
    </message>
    <message>
        <source>It opens with its checks and runs. This draft goes.</source>
        <translation>그 대상의 검사와 실행이 열립니다. 이 초안은 사라집니다.</translation>
    </message>
    <message>
        <source>It plays Azure on this computer, with the same pages and commands and nothing real behind them: no account, no network, no cost. What you sign in to, attach and run there is gone when you leave.</source>
        <translation>이 컴퓨터에서 Azure 역할을 합니다. 페이지와 명령은 같고 뒤에 실제는 없습니다. 계정도, 네트워크도, 비용도 없습니다. 그곳에서 로그인하고 연결하고 실행한 것은 연습을 끝내면 사라집니다.</translation>
    </message>
    <message>
        <source>It ran longer than its time limit and was ended.</source>
        <translation>시간 제한을 넘겨 종료되었습니다.</translation>
    </message>
    <message>
        <source>It ran longer than its time limit of %1 s and was ended.</source>
        <translation>시간 제한 %1초를 넘겨 종료되었습니다.</translation>
    </message>
    <message>
        <source>It runs in an image: there is no interpreter to name.</source>
        <translation>이미지에서 실행되므로 지정할 인터프리터가 없습니다.</translation>
    </message>
    <message>
        <source>It runs, and nothing answers on its port.</source>
        <translation>실행 중이지만 포트에서 아무도 응답하지 않습니다.</translation>
    </message>
    <message>
        <source>It showed this key. Nothing was sent to it yet: no user name, no key, no password.</source>
        <translation>이 키를 제시했습니다. 사용자 이름, 키, 암호 등 아직 아무것도 보내지 않았습니다.</translation>
    </message>
    <message>
        <source>It stands in Mooring&apos;s own file. The next check of the machine then asks again.</source>
        <translation>Mooring 자체 파일에 있습니다. 지우면 다음 검사에서 다시 묻습니다.</translation>
    </message>
    <message>
        <source>It stands in the list at the head of the sidebar now, beside the workspace on this computer. Nothing was changed in Azure.</source>
        <translation>이제 사이드바 맨 위 목록에 이 컴퓨터의 작업 영역과 나란히 있습니다. Azure에서 바뀐 것은 없습니다.</translation>
    </message>
    <message>
        <source>It took %1.</source>
        <comment>how long</comment>
        <translation>%1 걸렸습니다.</translation>
    </message>
    <message>
        <source>It waits for at most %1. What you type goes to that machine and is not kept.</source>
        <comment>how long</comment>
        <translation>최대 %1 기다립니다. 입력한 내용은 그 컴퓨터로 보내며 보관하지 않습니다.</translation>
    </message>
    <message>
        <source>It was asked for before: Azure ML uses its image again.</source>
        <translation>이전에 요청한 환경입니다. Azure ML이 그 이미지를 다시 사용합니다.</translation>
    </message>
    <message>
        <source>It was canceled before it started.</source>
        <translation>시작하기 전에 중단되었습니다.</translation>
    </message>
    <message>
        <source>It was canceled.</source>
        <translation>중단되었습니다.</translation>
    </message>
    <message>
        <source>It was canceled; its supervisor was killed meanwhile, so that there is no exit code.</source>
        <translation>중단되었습니다. 그 사이에 감독 프로세스가 강제 종료되어 종료 코드가 없습니다.</translation>
    </message>
    <message>
        <source>It was ended by %1 (exit code %2).</source>
        <translation>신호로 종료되었습니다: %1(종료 코드 %2)</translation>
    </message>
    <message>
        <source>It was ended by %1 (exit code %2): by the kernel when memory runs out, or by somebody.</source>
        <translation>신호로 종료되었습니다: %1(종료 코드 %2). 메모리가 부족할 때 커널이, 또는 누군가가 보냅니다.</translation>
    </message>
    <message>
        <source>It was never started.</source>
        <translation>시작된 적이 없습니다.</translation>
    </message>
    <message>
        <source>It was not checked, so what works there is not known yet.</source>
        <translation>검사하지 않았으므로 무엇이 되는지 아직 알 수 없습니다.</translation>
    </message>
    <message>
        <source>It was not made.</source>
        <translation>만들어지지 않았습니다.</translation>
    </message>
    <message>
        <source>It will run as a process, without Docker.</source>
        <translation>Docker 없이 프로세스로 실행합니다.</translation>
    </message>
    <message>
        <source>It will run with Docker; --to process runs it without.</source>
        <translation>Docker로 실행합니다. --to process를 쓰면 Docker 없이 실행합니다.</translation>
    </message>
    <message>
        <source>Its &quot;dependencies&quot; is not a list.</source>
        <translation>&quot;dependencies&quot;가 목록이 아닙니다.</translation>
    </message>
    <message>
        <source>Its ID or domain. Without one: any tenant of the account.</source>
        <translation>ID 또는 도메인입니다. 비워 두면 계정의 아무 테넌트나 씁니다.</translation>
    </message>
    <message>
        <source>Its container ended with code %1.</source>
        <translation>컨테이너가 끝났습니다. 코드: %1.</translation>
    </message>
    <message>
        <source>Its container group is gone from Azure, its log is kept; nothing was replaced.</source>
        <translation>컨테이너 그룹은 Azure에서 삭제되었고 로그는 남아 있습니다. 바뀐 것은 없습니다.</translation>
    </message>
    <message>
        <source>Its container group is gone.</source>
        <translation>컨테이너 그룹이 없어졌습니다.</translation>
    </message>
    <message>
        <source>Its container is gone.</source>
        <translation>컨테이너가 없어졌습니다.</translation>
    </message>
    <message>
        <source>Its content type</source>
        <translation>요청 본문의 콘텐츠 형식</translation>
    </message>
    <message>
        <source>Its deployments could not be listed.</source>
        <translation>배포 목록을 가져오지 못했습니다.</translation>
    </message>
    <message>
        <source>Its disk, its public address and its load balancer still cost while it is stopped.</source>
        <translation>중지한 동안에도 디스크, 공용 주소, 부하 분산 장치에는 과금됩니다.</translation>
    </message>
    <message numerus="yes">
        <source>Its folder goes along: %n file(s), %1.</source>
        <translation>
            <numerusform>폴더가 함께 갑니다: 파일 %n개, %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>Its id. Empty: the subscription of the workspace.</source>
        <translation>구독 ID입니다. 비우면 작업 영역의 구독입니다.</translation>
    </message>
    <message>
        <source>Its id; empty: each run makes one.</source>
        <translation>클러스터 ID입니다. 비우면 실행마다 만듭니다.</translation>
    </message>
    <message>
        <source>Its keys were not read. Mooring asks for a key only when a page needs it, and says so.</source>
        <translation>키는 읽지 않았습니다. Mooring은 페이지에 필요할 때만 키를 요청하고 그렇게 알립니다.</translation>
    </message>
    <message>
        <source>Its machines and their disks go, with all that is on them. Runs keep their history.</source>
        <translation>컴퓨터와 디스크가 그 안의 모든 것과 함께 없어집니다. 실행의 기록은 남습니다.</translation>
    </message>
    <message>
        <source>Its memory in GB (default: 2)</source>
        <translation>컨테이너의 메모리(GB, 기본값: 2)</translation>
    </message>
    <message>
        <source>Its name in Azure.</source>
        <translation>Azure에서의 이름입니다.</translation>
    </message>
    <message>
        <source>Its own service</source>
        <translation>자체 서비스</translation>
    </message>
    <message numerus="yes">
        <source>Its processes are asked to end; after %n second(s) they are killed. Then Mooring looks for any that are left.</source>
        <translation>
            <numerusform>프로세스에 종료를 요청하고, %n초 뒤에 강제 종료합니다. 그런 다음 남은 것이 있는지 찾습니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>Its runs keep their history in the workspace.</source>
        <translation>실행의 기록은 작업 영역에 남습니다.</translation>
    </message>
    <message>
        <source>Its second version has no container instances; azureml-core has.</source>
        <translation>두 번째 버전에는 컨테이너 인스턴스가 없으며 azureml-core에는 있습니다.</translation>
    </message>
    <message>
        <source>Job</source>
        <translation>작업</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>작업</translation>
    </message>
    <message>
        <source>Jump host</source>
        <translation>점프 호스트</translation>
    </message>
    <message>
        <source>Jump host %1</source>
        <translation>점프 호스트 %1</translation>
    </message>
    <message>
        <source>Jump host %1: %2</source>
        <translation>점프 호스트 %1: %2</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>저장</translation>
    </message>
    <message>
        <source>Keep in the keychain</source>
        <translation>키체인에 보관</translation>
    </message>
    <message>
        <source>Keep the end in sight (F)</source>
        <translation>끝을 계속 보기(F)</translation>
    </message>
    <message>
        <source>Kept as Mooring&apos;s own record: no published version of Azure ML&apos;s API takes this kind. Azure ML does not know of it.</source>
        <translation>Mooring의 자체 기록으로 둡니다. 공개된 Azure ML API 버전 중 이 종류를 받는 것이 없으며, Azure ML은 이것을 모릅니다.</translation>
    </message>
    <message>
        <source>Kept data</source>
        <translation>보관 데이터</translation>
    </message>
    <message>
        <source>Kept, renewed by itself</source>
        <translation>보관됨, 저절로 갱신</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>키</translation>
    </message>
    <message>
        <source>Key file</source>
        <translation>키 파일</translation>
    </message>
    <message>
        <source>Key type</source>
        <translation>키 종류</translation>
    </message>
    <message>
        <source>Keychain</source>
        <translation>키체인</translation>
    </message>
    <message>
        <source>Keychain does not answer</source>
        <translation>키체인 응답 없음</translation>
    </message>
    <message>
        <source>Keychain locked</source>
        <translation>키체인 잠김</translation>
    </message>
    <message>
        <source>Keychain ready</source>
        <translation>키체인 사용 가능</translation>
    </message>
    <message>
        <source>Keychain refuses</source>
        <translation>키체인이 거부함</translation>
    </message>
    <message>
        <source>Keychain unknown</source>
        <translation>키체인 상태 알 수 없음</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>종류</translation>
    </message>
    <message>
        <source>Kind of target; mooring kinds lists them</source>
        <translation>계산 대상의 종류. 목록: mooring kinds</translation>
    </message>
    <message>
        <source>Kinds of compute</source>
        <translation>계산 대상 종류</translation>
    </message>
    <message>
        <source>Known by</source>
        <translation>식별 기준</translation>
    </message>
    <message>
        <source>Known machines</source>
        <translation>알려진 호스트</translation>
    </message>
    <message>
        <source>Known machines: list, add HOST SHA256:…, remove HOST</source>
        <translation>알려진 호스트: list, add HOST SHA256:…, remove HOST</translation>
    </message>
    <message>
        <source>Kubeconfig</source>
        <translation>Kubeconfig</translation>
    </message>
    <message>
        <source>Kubernetes cluster</source>
        <translation>Kubernetes 클러스터</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>언어</translation>
    </message>
    <message>
        <source>Language of the code</source>
        <translation>코드의 언어</translation>
    </message>
    <message>
        <source>Language: en or ko</source>
        <translation>언어: en 또는 ko</translation>
    </message>
    <message>
        <source>Last change</source>
        <translation>마지막 변경</translation>
    </message>
    <message>
        <source>Last check</source>
        <translation>마지막 검사</translation>
    </message>
    <message>
        <source>Last state of the progress bar</source>
        <translation>진행 막대의 마지막 상태</translation>
    </message>
    <message>
        <source>Last step</source>
        <translation>마지막 단계</translation>
    </message>
    <message>
        <source>Last used</source>
        <translation>마지막 사용</translation>
    </message>
    <message>
        <source>Last value</source>
        <translation>마지막 값</translation>
    </message>
    <message>
        <source>Latency</source>
        <translation>지연 시간</translation>
    </message>
    <message>
        <source>Latency, histogram</source>
        <translation>지연 시간 히스토그램</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>레이어</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>제외</translation>
    </message>
    <message>
        <source>Leave out %1</source>
        <comment>a file</comment>
        <translation>빼기: %1</translation>
    </message>
    <message>
        <source>Leave out adds one line to .amlignore:</source>
        <translation>빼기는 .amlignore에 한 줄을 추가합니다:</translation>
    </message>
    <message>
        <source>Leave practice</source>
        <translation>연습 끝내기</translation>
    </message>
    <message>
        <source>Leave the practice lab</source>
        <translation>연습실 끝내기</translation>
    </message>
    <message>
        <source>Leave this check out</source>
        <translation>이 검사 빼기</translation>
    </message>
    <message>
        <source>Leaving keeps a draft.</source>
        <translation>떠나도 초안이 남습니다.</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>뺌</translation>
    </message>
    <message>
        <source>Left, as you chose</source>
        <translation>선택대로 남김</translation>
    </message>
    <message>
        <source>Left: %1</source>
        <translation>남은 것: %1</translation>
    </message>
    <message>
        <source>Left: %1</source>
        <comment>a thing</comment>
        <translation>남음: %1</translation>
    </message>
    <message>
        <source>Legacy mode</source>
        <translation>레거시 모드</translation>
    </message>
    <message>
        <source>Let it run</source>
        <translation>계속 실행</translation>
    </message>
    <message>
        <source>Letters, digits and hyphens, a letter first.</source>
        <translation>영문자, 숫자, 하이픈을 쓰고 영문자로 시작합니다.</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>라이선스</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>밝게</translation>
    </message>
    <message>
        <source>Light or dark</source>
        <translation>밝게 또는 어둡게</translation>
    </message>
    <message>
        <source>Line %1 has a bookmark. Shift+B goes to the next one.</source>
        <translation>%1번 줄에 책갈피를 두었습니다. Shift+B를 누르면 다음 책갈피로 갑니다.</translation>
    </message>
    <message>
        <source>Line %1 has no bookmark any more.</source>
        <translation>%1번 줄의 책갈피를 지웠습니다.</translation>
    </message>
    <message>
        <source>Line %1 is neither a package nor a list of pip packages.</source>
        <translation>%1번째 줄은 패키지도 pip 패키지 목록도 아닙니다.</translation>
    </message>
    <message>
        <source>Line %1 is not JSON.</source>
        <translation>%1행이 JSON이 아닙니다.</translation>
    </message>
    <message>
        <source>Line %1 is not a requirement: %2</source>
        <translation>%1번째 줄은 요구 사항이 아닙니다: %2</translation>
    </message>
    <message>
        <source>Line %1 of the snapshot&apos;s manifest cannot be read.</source>
        <translation>스냅샷 목록 파일의 %1번째 줄을 읽을 수 없습니다.</translation>
    </message>
    <message>
        <source>Line %1: %2</source>
        <translation>%1번째 줄: %2</translation>
    </message>
    <message>
        <source>Line that is added to .amlignore</source>
        <translation>.amlignore에 추가되는 줄</translation>
    </message>
    <message>
        <source>Lines appear here as the run writes them.</source>
        <translation>실행이 쓰는 줄이 여기에 나타납니다.</translation>
    </message>
    <message>
        <source>Lines that are not used</source>
        <translation>사용하지 않는 줄</translation>
    </message>
    <message>
        <source>Linux and a POSIX shell</source>
        <translation>Linux와 POSIX 셸</translation>
    </message>
    <message>
        <source>List or fetch what a run has written</source>
        <translation>실행이 쓴 파일을 나열하거나 가져오기</translation>
    </message>
    <message>
        <source>List runs, newest first</source>
        <translation>실행 목록, 새것부터</translation>
    </message>
    <message>
        <source>List the attached targets; this computer is always there</source>
        <translation>연결된 계산 대상 목록. 이 컴퓨터는 항상 있음</translation>
    </message>
    <message>
        <source>List the endpoints</source>
        <translation>엔드포인트 목록을 표시합니다</translation>
    </message>
    <message>
        <source>List the kinds of targets and their fields</source>
        <translation>계산 대상의 종류와 필드 목록</translation>
    </message>
    <message>
        <source>List the runs with: mooring runs</source>
        <translation>실행 목록: mooring runs</translation>
    </message>
    <message>
        <source>Livy address</source>
        <translation>Livy 주소</translation>
    </message>
    <message>
        <source>Livy password</source>
        <translation>Livy 암호</translation>
    </message>
    <message>
        <source>Livy user</source>
        <translation>Livy 사용자</translation>
    </message>
    <message>
        <source>Load a request</source>
        <translation>요청 불러오기</translation>
    </message>
    <message>
        <source>Load file…</source>
        <translation>파일 열기…</translation>
    </message>
    <message>
        <source>Load: so many at once (8), or so many a second (100/s)</source>
        <translation>부하: 동시 요청 수(8) 또는 초당 요청 수(100/s)</translation>
    </message>
    <message>
        <source>Local Docker</source>
        <translation>로컬 Docker</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>잠김</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>로그</translation>
    </message>
    <message>
        <source>Log out and in again.</source>
        <translation>로그아웃한 뒤 다시 로그인하십시오.</translation>
    </message>
    <message>
        <source>Log: %1</source>
        <translation>로그: %1</translation>
    </message>
    <message>
        <source>Longest</source>
        <translation>최장</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>다시 보기</translation>
    </message>
    <message>
        <source>Look at %1</source>
        <comment>a folder</comment>
        <translation>보기: %1</translation>
    </message>
    <message>
        <source>Look at MaxSessions and ForceCommand in the server&apos;s configuration.</source>
        <translation>서버 설정에서 MaxSessions와 ForceCommand를 확인하십시오.</translation>
    </message>
    <message>
        <source>Look at it in the Azure portal.</source>
        <translation>Azure Portal에서 확인하십시오.</translation>
    </message>
    <message>
        <source>Look at its name and its tag.</source>
        <translation>이름과 태그를 확인하십시오.</translation>
    </message>
    <message>
        <source>Look at the environment</source>
        <translation>환경 살펴보기</translation>
    </message>
    <message>
        <source>Look at the network and at the engine&apos;s own proxy settings; an image that the engine has needs no network.</source>
        <translation>네트워크와 엔진의 프록시 설정을 확인하십시오. 엔진에 이미 있는 이미지는 네트워크가 필요 없습니다.</translation>
    </message>
    <message>
        <source>Look at the network connection and at the proxy of this session.</source>
        <translation>네트워크 연결과 이 세션의 프록시를 확인하십시오.</translation>
    </message>
    <message>
        <source>Look at the network connection, and at the addresses of the cloud.</source>
        <translation>네트워크 연결과 클라우드의 주소를 확인하십시오.</translation>
    </message>
    <message>
        <source>Look at the runs before you start it again.</source>
        <translation>다시 시작하기 전에 실행 목록을 확인하십시오.</translation>
    </message>
    <message>
        <source>Look at what %1 is</source>
        <translation>살펴보기: %1</translation>
    </message>
    <message>
        <source>Look at what is on %1</source>
        <comment>a target</comment>
        <translation>남은 것 확인: %1</translation>
    </message>
    <message>
        <source>Look at what is to be deployed</source>
        <translation>배포할 것을 살펴보기</translation>
    </message>
    <message>
        <source>Looked at</source>
        <translation>확인한 시간</translation>
    </message>
    <message>
        <source>Looked for micromamba, mamba and conda: in MAMBA_EXE and CONDA_EXE, on PATH, in ~/.local/bin, ~/miniforge3, ~/miniconda3, ~/anaconda3, /opt/conda and /opt/miniconda.</source>
        <translation>micromamba, mamba, conda를 다음에서 찾았습니다: MAMBA_EXE와 CONDA_EXE, PATH, ~/.local/bin, ~/miniforge3, ~/miniconda3, ~/anaconda3, /opt/conda, /opt/miniconda</translation>
    </message>
    <message>
        <source>Looked for processes with the run&apos;s id: none is left.</source>
        <translation>실행 ID로 프로세스를 찾았습니다. 남은 것이 없습니다.</translation>
    </message>
    <message>
        <source>Looked up in</source>
        <translation>찾은 곳</translation>
    </message>
    <message>
        <source>Looking again, over a new connection</source>
        <translation>새 연결로 다시 확인 중</translation>
    </message>
    <message>
        <source>Looking at the environment</source>
        <translation>환경을 살펴보는 중</translation>
    </message>
    <message>
        <source>Looking at the source folder</source>
        <translation>원본 폴더를 살펴보는 중</translation>
    </message>
    <message>
        <source>Looking at what Mooring left on %1</source>
        <translation>Mooring이 %1에 남긴 항목 확인 중</translation>
    </message>
    <message>
        <source>Looking at what Mooring left on %1.</source>
        <comment>a target</comment>
        <translation>Mooring이 남긴 것을 확인하고 있습니다: %1</translation>
    </message>
    <message>
        <source>Looking up %1</source>
        <translation>이름 확인 중: %1</translation>
    </message>
    <message>
        <source>Low: cheaper, and Azure may take the nodes away</source>
        <translation>낮음: 더 저렴하지만 Azure가 노드를 회수할 수 있음</translation>
    </message>
    <message>
        <source>MAC</source>
        <translation>MAC</translation>
    </message>
    <message>
        <source>MOORING_DOCKER_HOST of this session comes before this setting: %1</source>
        <translation>이 세션의 MOORING_DOCKER_HOST가 이 설정보다 우선합니다: %1</translation>
    </message>
    <message>
        <source>Machine</source>
        <translation>컴퓨터</translation>
    </message>
    <message>
        <source>Machine over SSH</source>
        <translation>원격 컴퓨터(SSH)</translation>
    </message>
    <message>
        <source>Machine, with :PORT when it is not 22, or an alias</source>
        <translation>컴퓨터(포트가 22가 아니면 :PORT를 붙임) 또는 별칭</translation>
    </message>
    <message>
        <source>Machines and services</source>
        <translation>컴퓨터와 서비스</translation>
    </message>
    <message>
        <source>Machines over SSH cannot be reached without a profile.</source>
        <translation>프로필 없이는 원격 컴퓨터(SSH)에 연결할 수 없습니다.</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>만든 때</translation>
    </message>
    <message>
        <source>Made by</source>
        <translation>만든 사람</translation>
    </message>
    <message>
        <source>Made from</source>
        <translation>만든 원본</translation>
    </message>
    <message>
        <source>Made from the form. Once edited, it is kept and the form’s part of it is off.</source>
        <translation>양식에서 만들어졌습니다. 한 번 편집하면 그대로 유지되고 양식의 해당 부분은 꺼집니다.</translation>
    </message>
    <message>
        <source>Made in an Azure ML workspace with “compute create”, not attached.</source>
        <translation>연결하지 않고 Azure ML 작업 영역에서 “compute create”로 만듭니다.</translation>
    </message>
    <message>
        <source>Make %1</source>
        <comment>a target</comment>
        <translation>만들기: %1</translation>
    </message>
    <message>
        <source>Make a new one: mooring restart %1</source>
        <translation>새 키를 만드십시오: mooring restart %1</translation>
    </message>
    <message>
        <source>Make a token in the user settings of the Databricks workspace.</source>
        <translation>Databricks 작업 영역의 사용자 설정에서 토큰을 만드십시오.</translation>
    </message>
    <message>
        <source>Make and run managed compute of an Azure ML workspace</source>
        <translation>Azure ML 작업 영역의 관리형 계산 대상을 만들고 다루기</translation>
    </message>
    <message>
        <source>Make it executable: chmod +x %1</source>
        <translation>실행할 수 있게 하십시오: chmod +x %1</translation>
    </message>
    <message>
        <source>Make it readable, or leave it out with a line in .amlignore.</source>
        <translation>읽을 수 있게 하거나 .amlignore에 한 줄을 넣어 빼십시오.</translation>
    </message>
    <message>
        <source>Make room in %1.</source>
        <translation>공간을 확보하십시오: %1</translation>
    </message>
    <message>
        <source>Make the folder %1, or choose another.</source>
        <translation>폴더를 만들거나 다른 폴더를 고르십시오: %1</translation>
    </message>
    <message>
        <source>Make the folder writable and free some space on its disk, or name another one with --profile.</source>
        <translation>폴더를 쓸 수 있게 하고 그 디스크의 공간을 확보하거나, --profile로 다른 폴더를 지정하십시오.</translation>
    </message>
    <message>
        <source>Make the same thing again from a file that export wrote</source>
        <translation>export가 쓴 파일로 같은 것을 다시 만들기</translation>
    </message>
    <message>
        <source>Make version %1 of it</source>
        <translation>%1번 버전으로 만들기</translation>
    </message>
    <message>
        <source>Making %1</source>
        <comment>a target</comment>
        <translation>만드는 중: %1</translation>
    </message>
    <message>
        <source>Making the container group</source>
        <translation>컨테이너 그룹을 만드는 중</translation>
    </message>
    <message>
        <source>Managed cluster</source>
        <translation>관리형 클러스터</translation>
    </message>
    <message>
        <source>Managed compute is made in a workspace of Azure ML, not in the one of this computer.</source>
        <translation>관리형 계산 대상은 이 컴퓨터의 작업 영역이 아니라 Azure ML 작업 영역에서 만듭니다.</translation>
    </message>
    <message>
        <source>Managed identities exist only on computers in Azure.</source>
        <translation>관리 ID는 Azure 안의 컴퓨터에만 있습니다.</translation>
    </message>
    <message>
        <source>Managed identity</source>
        <translation>관리 ID</translation>
    </message>
    <message>
        <source>Many updates folded</source>
        <translation>갱신 여러 회 접음</translation>
    </message>
    <message>
        <source>Meanwhile somebody else made a target of this name.</source>
        <translation>그사이 다른 사람이 이 이름의 대상을 만들었습니다.</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>측정</translation>
    </message>
    <message>
        <source>Measure %1</source>
        <translation>%1 측정</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>메모리</translation>
    </message>
    <message>
        <source>Memory at most</source>
        <translation>최대 메모리</translation>
    </message>
    <message>
        <source>Memory in GB</source>
        <translation>메모리(GB)</translation>
    </message>
    <message>
        <source>Mend it, then: mooring reload %1</source>
        <translation>고친 뒤 실행하십시오: mooring reload %1</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>방법</translation>
    </message>
    <message>
        <source>Metric</source>
        <translation>메트릭</translation>
    </message>
    <message>
        <source>Metrics</source>
        <translation>메트릭</translation>
    </message>
    <message>
        <source>Microsoft ends this service on that date.</source>
        <translation>Microsoft가 그 날짜에 이 서비스를 종료합니다.</translation>
    </message>
    <message>
        <source>Microsoft has ended this service: nothing new can be attached or run there.</source>
        <translation>Microsoft가 이 서비스를 종료했습니다. 새로 연결하거나 실행할 수 없습니다.</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>모델</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>모델</translation>
    </message>
    <message>
        <source>Mooring</source>
        <translation>Mooring</translation>
    </message>
    <message>
        <source>Mooring asks it for its key and for nothing else: no user name, no key of yours and no password goes there. Then you compare the key and decide.</source>
        <translation>Mooring은 그 컴퓨터에 호스트 키만 묻습니다. 사용자 이름, 사용자의 키, 암호는 보내지 않습니다. 그런 다음 키를 비교하고 결정하십시오.</translation>
    </message>
    <message>
        <source>Mooring cannot judge certificates. Machines under it are shown as new, never as known.</source>
        <translation>Mooring은 인증서를 판단할 수 없습니다. 여기에 속한 호스트는 항상 새 호스트로 나타납니다.</translation>
    </message>
    <message>
        <source>Mooring cannot wait on this computer for the browser&apos;s way back.</source>
        <translation>이 컴퓨터에서 브라우저의 응답을 기다릴 수 없습니다.</translation>
    </message>
    <message>
        <source>Mooring does not ask %1: only addresses with https are asked.</source>
        <translation>https 주소에만 묻습니다. Mooring이 묻지 않는 주소: %1</translation>
    </message>
    <message>
        <source>Mooring does not know this kind: it can be detached, and all that Azure says of it stands under Details.</source>
        <translation>Mooring이 모르는 종류입니다. 분리할 수 있으며, Azure가 알려 준 모든 것은 자세히에 있습니다.</translation>
    </message>
    <message>
        <source>Mooring forgets it. Azure ML does not know of it, and nothing is sent there.</source>
        <translation>Mooring의 기록에서 지워집니다. Azure ML은 이것을 모르며 아무것도 보내지 않습니다.</translation>
    </message>
    <message>
        <source>Mooring forgot it. Azure ML did not know of it, and the resource itself was not touched.</source>
        <translation>Mooring의 기록에서 지워졌습니다. Azure ML은 이것을 몰랐으며 리소스 자체는 건드리지 않았습니다.</translation>
    </message>
    <message>
        <source>Mooring removes its own record of this key. The next connection to the machine asks whether its key is to be trusted.</source>
        <translation>Mooring이 이 키에 대한 자체 기록을 지웁니다. 다음에 접속할 때 키를 신뢰할지 다시 묻습니다.</translation>
    </message>
    <message>
        <source>Mooring sends no request and no key to the scoring address %1.</source>
        <translation>Mooring은 이 채점 주소로 요청과 키를 보내지 않습니다: %1</translation>
    </message>
    <message>
        <source>Mooring was ended before it had started the run. Nothing was run.</source>
        <translation>실행을 시작하기 전에 Mooring이 종료되었습니다. 아무것도 실행되지 않았습니다.</translation>
    </message>
    <message>
        <source>Mooring was ended while it deployed this version.</source>
        <translation>이 버전을 배포하는 동안 Mooring이 종료되었습니다.</translation>
    </message>
    <message>
        <source>Mooring&apos;s</source>
        <translation>Mooring</translation>
    </message>
    <message>
        <source>Mooring&apos;s own record</source>
        <translation>Mooring의 자체 기록</translation>
    </message>
    <message>
        <source>Mooring, trusted by you</source>
        <translation>Mooring, 직접 신뢰함</translation>
    </message>
    <message>
        <source>Mooring’s folder</source>
        <translation>Mooring의 폴더</translation>
    </message>
    <message>
        <source>More actions</source>
        <translation>추가 작업</translation>
    </message>
    <message>
        <source>More than %1 files are included.</source>
        <translation>포함된 파일이 %1개보다 많습니다.</translation>
    </message>
    <message numerus="yes">
        <source>More than %n file(s).</source>
        <translation>
            <numerusform>파일이 %n개보다 많습니다.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>More than %n scripts here and one level below.</source>
        <translation>
            <numerusform>이 폴더와 한 단계 아래에 스크립트가 %n개보다 많음</numerusform>
        </translation>
    </message>
    <message>
        <source>Most regions give up to 4 cores and 16 GB.</source>
        <translation>대부분의 지역은 최대 코어 4개와 16 GB를 줍니다.</translation>
    </message>
    <message>
        <source>Motion</source>
        <translation>움직임</translation>
    </message>
    <message>
        <source>My workspace</source>
        <translation>내 작업 영역</translation>
    </message>
    <message>
        <source>NAME</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>Name a folder of your own with --profile.</source>
        <translation>--profile로 자신의 폴더를 지정하십시오.</translation>
    </message>
    <message>
        <source>Name a folder with --profile.</source>
        <translation>--profile로 폴더를 지정하십시오.</translation>
    </message>
    <message>
        <source>Name a jump host instead, or “none” where the machine is reached directly.</source>
        <translation>대신 점프 호스트를 지정하거나, 직접 연결되는 컴퓨터이면 “none”으로 지정하십시오.</translation>
    </message>
    <message>
        <source>Name a key of its own for this that has no passphrase, or sign in with a password.</source>
        <translation>암호문구가 없는 전용 키를 지정하거나 암호로 로그인하십시오.</translation>
    </message>
    <message>
        <source>Name an image that Azure can pull without a password, with --image.</source>
        <translation>Azure가 암호 없이 가져올 수 있는 이미지를 --image로 지정하십시오.</translation>
    </message>
    <message>
        <source>Name an image that Azure can pull, with --image.</source>
        <translation>Azure가 가져올 수 있는 이미지를 --image로 지정하십시오.</translation>
    </message>
    <message>
        <source>Name an interpreter, a requirements or conda file, or an image.</source>
        <translation>인터프리터, requirements 파일이나 conda 파일, 또는 이미지를 지정하십시오.</translation>
    </message>
    <message>
        <source>Name another folder with --profile.</source>
        <translation>--profile로 다른 폴더를 지정하십시오.</translation>
    </message>
    <message>
        <source>Name another folder.</source>
        <translation>다른 폴더를 지정하십시오.</translation>
    </message>
    <message>
        <source>Name here</source>
        <translation>여기서의 이름</translation>
    </message>
    <message>
        <source>Name lookup</source>
        <translation>이름 조회</translation>
    </message>
    <message>
        <source>Name of a target or an endpoint, or a run: id, beginning of an id, or name</source>
        <translation>계산 대상이나 엔드포인트의 이름, 또는 실행: ID, ID의 앞부분 또는 이름</translation>
    </message>
    <message>
        <source>Name of the Batch account.</source>
        <translation>Batch 계정의 이름입니다.</translation>
    </message>
    <message>
        <source>Name of the Data Lake Analytics account.</source>
        <translation>Data Lake Analytics 계정의 이름입니다.</translation>
    </message>
    <message>
        <source>Name of the cloud</source>
        <translation>클라우드 이름</translation>
    </message>
    <message>
        <source>Name of the endpoint</source>
        <translation>엔드포인트 이름</translation>
    </message>
    <message>
        <source>Name of the run</source>
        <translation>실행의 이름</translation>
    </message>
    <message>
        <source>Name of the target</source>
        <translation>계산 대상의 이름</translation>
    </message>
    <message>
        <source>Name of the variable</source>
        <translation>변수의 이름</translation>
    </message>
    <message>
        <source>Name one of them by its whole id.</source>
        <translation>그 가운데 하나를 전체 ID로 지정하십시오.</translation>
    </message>
    <message>
        <source>Name one of: std, build, provisioning.</source>
        <translation>다음 가운데 하나를 지정하십시오: std, build, provisioning</translation>
    </message>
    <message>
        <source>Name or address of the machine</source>
        <translation>컴퓨터의 이름 또는 주소</translation>
    </message>
    <message>
        <source>Name the file that the environment is built from.</source>
        <translation>환경을 빌드할 파일을 지정하십시오.</translation>
    </message>
    <message>
        <source>Name the file to run.</source>
        <translation>실행할 파일을 지정하십시오.</translation>
    </message>
    <message>
        <source>Name the folder that holds the script.</source>
        <translation>스크립트가 있는 폴더를 지정하십시오.</translation>
    </message>
    <message>
        <source>Name the image.</source>
        <translation>이미지를 지정하십시오.</translation>
    </message>
    <message>
        <source>Name the interpreter.</source>
        <translation>인터프리터를 지정하십시오.</translation>
    </message>
    <message>
        <source>Name the key file to use, so that fewer keys are offered.</source>
        <translation>제시하는 키가 줄어들도록 사용할 키 파일을 지정하십시오.</translation>
    </message>
    <message>
        <source>Name, computeType</source>
        <translation>이름, computeType</translation>
    </message>
    <message>
        <source>Name, group</source>
        <translation>이름, 그룹</translation>
    </message>
    <message>
        <source>Name, region</source>
        <translation>이름, 지역</translation>
    </message>
    <message>
        <source>Name; after add: its kind, azureml</source>
        <translation>이름. add 뒤에는 종류(azureml)</translation>
    </message>
    <message>
        <source>Names</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>Namespace</source>
        <translation>네임스페이스</translation>
    </message>
    <message>
        <source>Needs Azure.</source>
        <translation>Azure가 필요합니다.</translation>
    </message>
    <message>
        <source>Needs a look</source>
        <translation>확인 필요</translation>
    </message>
    <message>
        <source>Needs an Azure ML workspace.</source>
        <translation>Azure ML 작업 영역이 필요합니다.</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>네트워크</translation>
    </message>
    <message>
        <source>Never seen here: it is typed on the sign-in page only.</source>
        <translation>여기서는 보지 않습니다. 로그인 페이지에서만 입력합니다.</translation>
    </message>
    <message>
        <source>Never written to a file, a log or a command line.</source>
        <translation>파일, 로그, 명령줄에 절대 기록되지 않습니다.</translation>
    </message>
    <message>
        <source>New code</source>
        <translation>새 코드</translation>
    </message>
    <message>
        <source>New compute</source>
        <translation>새 계산 대상</translation>
    </message>
    <message>
        <source>New compute…</source>
        <translation>새 계산 대상…</translation>
    </message>
    <message>
        <source>New endpoint</source>
        <translation>새 엔드포인트</translation>
    </message>
    <message>
        <source>New run</source>
        <translation>새 실행</translation>
    </message>
    <message>
        <source>New target</source>
        <translation>새 대상</translation>
    </message>
    <message>
        <source>Newest version</source>
        <translation>최신 버전</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>다음</translation>
    </message>
    <message>
        <source>Next bookmark</source>
        <translation>다음 책갈피</translation>
    </message>
    <message>
        <source>Next part of the window</source>
        <translation>창의 다음 부분</translation>
    </message>
    <message>
        <source>No Python is needed</source>
        <translation>Python이 필요 없음</translation>
    </message>
    <message>
        <source>No SSH agent is running here.</source>
        <translation>여기에서 실행 중인 SSH 에이전트가 없습니다.</translation>
    </message>
    <message>
        <source>No account at hand</source>
        <translation>계정이 없을 때</translation>
    </message>
    <message>
        <source>No address is known for the name %1.</source>
        <translation>이 이름의 주소를 찾을 수 없습니다: %1.</translation>
    </message>
    <message>
        <source>No browser was opened</source>
        <translation>브라우저가 열리지 않았습니다</translation>
    </message>
    <message>
        <source>No comparing</source>
        <translation>비교 안 함</translation>
    </message>
    <message>
        <source>No conda tool was found on %1: a conda file cannot be built there.</source>
        <translation>conda 도구를 찾지 못했습니다: %1. 그곳에서는 conda 파일을 빌드할 수 없습니다.</translation>
    </message>
    <message>
        <source>No deployment gets requests: only one that is named with a request answers.</source>
        <translation>요청을 받도록 지정된 배포가 없습니다. 요청에 이름을 지정한 배포만 응답합니다.</translation>
    </message>
    <message>
        <source>No endpoint yet</source>
        <translation>아직 엔드포인트가 없음</translation>
    </message>
    <message>
        <source>No engine, looked for %1 ago</source>
        <translation>엔진 없음, %1 전에 찾음</translation>
    </message>
    <message>
        <source>No environment was named: one with the inference server alone is used.</source>
        <translation>환경이 지정되지 않아 추론 서버만 있는 환경을 씁니다.</translation>
    </message>
    <message>
        <source>No environment yet</source>
        <translation>아직 환경이 없음</translation>
    </message>
    <message>
        <source>No fault has these words.</source>
        <translation>이 단어가 있는 장애가 없습니다.</translation>
    </message>
    <message>
        <source>No file of yours names anything that can be attached.</source>
        <translation>연결할 수 있는 항목이 적힌 파일이 없습니다.</translation>
    </message>
    <message>
        <source>No keychain, secrets in memory</source>
        <translation>키체인 없음, 비밀 값은 메모리에</translation>
    </message>
    <message>
        <source>No keychain: kept until Mooring ends</source>
        <translation>키체인 없음: Mooring을 끝낼 때까지 보관</translation>
    </message>
    <message>
        <source>No line has a bookmark yet: B sets one.</source>
        <translation>아직 책갈피가 없습니다. B를 누르면 책갈피를 둡니다.</translation>
    </message>
    <message>
        <source>No log</source>
        <translation>로그 없음</translation>
    </message>
    <message>
        <source>No machine is known yet</source>
        <translation>아직 알려진 호스트가 없습니다</translation>
    </message>
    <message>
        <source>No machines are known yet.</source>
        <translation>아직 알려진 호스트가 없습니다.</translation>
    </message>
    <message>
        <source>No metrics</source>
        <translation>메트릭 없음</translation>
    </message>
    <message>
        <source>No metrics yet</source>
        <translation>아직 메트릭 없음</translation>
    </message>
    <message>
        <source>No model yet</source>
        <translation>아직 모델이 없음</translation>
    </message>
    <message>
        <source>No output for %1.</source>
        <translation>출력 없음: %1</translation>
    </message>
    <message>
        <source>No output yet</source>
        <translation>아직 출력 없음</translation>
    </message>
    <message>
        <source>No outputs</source>
        <translation>출력 없음</translation>
    </message>
    <message>
        <source>No outputs yet</source>
        <translation>아직 출력이 없음</translation>
    </message>
    <message>
        <source>No process left</source>
        <translation>남은 프로세스 없음</translation>
    </message>
    <message>
        <source>No program opens %1. Edit it with one of yours; this page follows.</source>
        <translation>열 수 있는 프로그램이 없습니다: %1. 직접 편집하면 이 페이지에 반영됩니다.</translation>
    </message>
    <message>
        <source>No progress and no warnings</source>
        <translation>진행 상황과 경고 없이</translation>
    </message>
    <message>
        <source>No record fits</source>
        <translation>맞는 기록이 없습니다</translation>
    </message>
    <message>
        <source>No run has “%1” in its name, script, target or experiment.</source>
        <translation>이름, 스크립트, 계산 대상, 실험 어디에도 없습니다: “%1”</translation>
    </message>
    <message>
        <source>No run is waiting or running there.</source>
        <translation>대기 중이거나 실행 중인 것이 없습니다.</translation>
    </message>
    <message>
        <source>No run left a model here</source>
        <translation>여기에 모델을 남긴 실행이 없음</translation>
    </message>
    <message>
        <source>No run went there yet</source>
        <translation>아직 실행이 없습니다</translation>
    </message>
    <message>
        <source>No runs yet</source>
        <translation>아직 실행이 없음</translation>
    </message>
    <message>
        <source>No runs yet. mooring run SCRIPT starts one.</source>
        <translation>아직 실행이 없습니다. 시작하려면: mooring run SCRIPT</translation>
    </message>
    <message>
        <source>No version of the endpoint %1 ever served.</source>
        <translation>작동한 버전이 없는 엔드포인트입니다: %1</translation>
    </message>
    <message>
        <source>No workspace chosen</source>
        <translation>선택한 작업 영역 없음</translation>
    </message>
    <message>
        <source>No workspace was found.</source>
        <translation>작업 영역을 찾지 못했습니다.</translation>
    </message>
    <message>
        <source>Nobody answered the question of %1 in time, so the sign-in ended.</source>
        <translation>질문에 제때 답하지 않아 로그인이 끝났습니다: %1</translation>
    </message>
    <message>
        <source>Nobody entered the code in time.</source>
        <translation>제때 코드를 입력한 사람이 없습니다.</translation>
    </message>
    <message>
        <source>Nobody finished the sign-in in the browser.</source>
        <translation>브라우저에서 로그인을 마친 사람이 없습니다.</translation>
    </message>
    <message>
        <source>Nobody is signed in to the cloud %1.</source>
        <translation>클라우드에 로그인한 사람이 없습니다: %1</translation>
    </message>
    <message>
        <source>Nobody is signed in.</source>
        <translation>로그인한 사람이 없습니다.</translation>
    </message>
    <message>
        <source>Nobody looked</source>
        <translation>확인하지 않은 시간</translation>
    </message>
    <message>
        <source>Nobody looked, %1 to %2</source>
        <comment>times of day</comment>
        <translation>확인하지 않음, %1~%2</translation>
    </message>
    <message>
        <source>Nobody looked.</source>
        <translation>확인하지 않았습니다.</translation>
    </message>
    <message>
        <source>Nobody signed in in time.</source>
        <translation>제한 시간 안에 로그인하지 않았습니다.</translation>
    </message>
    <message>
        <source>Node hours</source>
        <translation>노드 시간</translation>
    </message>
    <message>
        <source>Nodes</source>
        <translation>노드</translation>
    </message>
    <message>
        <source>Nodes at least</source>
        <translation>최소 노드 수</translation>
    </message>
    <message>
        <source>Nodes at most</source>
        <translation>최대 노드 수</translation>
    </message>
    <message>
        <source>Nodes over the day as a table</source>
        <translation>하루 동안의 노드 표</translation>
    </message>
    <message>
        <source>Nodes up today</source>
        <translation>오늘 켜져 있던 노드</translation>
    </message>
    <message>
        <source>Nodes up, %1</source>
        <comment>a day</comment>
        <translation>켜져 있던 노드, %1</translation>
    </message>
    <message>
        <source>None of these workspaces is shown.</source>
        <translation>보이는 작업 영역이 없습니다.</translation>
    </message>
    <message>
        <source>Not an MLflow folder, so a scoring script is needed.</source>
        <translation>MLflow 폴더가 아니므로 채점 스크립트가 필요합니다.</translation>
    </message>
    <message>
        <source>Not asked yet</source>
        <translation>아직 묻지 않음</translation>
    </message>
    <message>
        <source>Not attached. %1: %2</source>
        <comment>check, answer</comment>
        <translation>연결되지 않았습니다. %1: %2</translation>
    </message>
    <message>
        <source>Not available</source>
        <translation>사용할 수 없음</translation>
    </message>
    <message>
        <source>Not checked yet</source>
        <translation>아직 검사하지 않음</translation>
    </message>
    <message>
        <source>Not chosen yet</source>
        <translation>아직 선택하지 않음</translation>
    </message>
    <message>
        <source>Not compared yet.</source>
        <translation>아직 비교하지 않았습니다.</translation>
    </message>
    <message>
        <source>Not everything could be removed on %1, which therefore stays attached.</source>
        <translation>%1에서 모두 제거하지 못했으므로 연결된 상태로 둡니다.</translation>
    </message>
    <message>
        <source>Not everything in %1 could be deleted.</source>
        <translation>일부를 삭제하지 못했습니다: %1</translation>
    </message>
    <message>
        <source>Not in Azure ML</source>
        <translation>Azure ML에 없음</translation>
    </message>
    <message>
        <source>Not looked at</source>
        <translation>확인하지 않은 것</translation>
    </message>
    <message>
        <source>Not opened</source>
        <translation>열지 않음</translation>
    </message>
    <message>
        <source>Not read</source>
        <translation>읽지 못함</translation>
    </message>
    <message>
        <source>Not running</source>
        <translation>실행되지 않음</translation>
    </message>
    <message>
        <source>Not signed in</source>
        <translation>로그인하지 않음</translation>
    </message>
    <message>
        <source>Not started</source>
        <translation>시작 전</translation>
    </message>
    <message>
        <source>Not started. All settings are kept.</source>
        <translation>시작하지 않았습니다. 설정은 모두 남아 있습니다.</translation>
    </message>
    <message>
        <source>Not the same: it is longer than the key&apos;s.</source>
        <translation>같지 않습니다. 키의 지문보다 깁니다.</translation>
    </message>
    <message>
        <source>Not the same: only the first %1 of %2 characters agree. Do not trust it.</source>
        <translation>같지 않습니다. %2자 중 앞 %1자만 같습니다. 신뢰하지 마십시오.</translation>
    </message>
    <message>
        <source>Not tried</source>
        <translation>시도하지 않음</translation>
    </message>
    <message>
        <source>Not trusted. Nothing was attached, and nothing was sent.</source>
        <translation>신뢰하지 않았습니다. 아무것도 연결하거나 보내지 않았습니다.</translation>
    </message>
    <message>
        <source>Not used: %1</source>
        <comment>an engine</comment>
        <translation>사용하지 않음: %1</translation>
    </message>
    <message>
        <source>Not watched any more. Azure ML may go on with it.</source>
        <translation>더 이상 지켜보지 않습니다. Azure ML에서는 계속될 수 있습니다.</translation>
    </message>
    <message>
        <source>Nothing answered at %1.</source>
        <translation>응답이 없습니다: %1</translation>
    </message>
    <message>
        <source>Nothing answers at %1 (%2), but Docker does at %3.</source>
        <translation>%1(%2)에서는 응답이 없지만 Docker가 응답하는 곳이 있습니다: %3</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>찾은 것 없음</translation>
    </message>
    <message>
        <source>Nothing goes to Azure ML: none of its published API versions takes a Batch account. Mooring keeps the attachment in this profile.</source>
        <translation>Azure ML에는 아무것도 보내지 않습니다. 공개된 API 버전 중 Batch 계정을 받는 것이 없습니다. Mooring이 이 프로필에 연결을 보관합니다.</translation>
    </message>
    <message>
        <source>Nothing has been run here yet.</source>
        <translation>여기서 실행한 것이 아직 없습니다.</translation>
    </message>
    <message numerus="yes">
        <source>Nothing here is real. No account, no network: %n pretend services on this computer.</source>
        <translation>
            <numerusform>여기에 실제는 없습니다. 계정도 네트워크도 없이, 이 컴퓨터의 연습용 서비스 %n개입니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing here needs a network, and nothing is sent anywhere.</source>
        <translation>여기의 어떤 것도 네트워크가 필요하지 않으며, 어디에도 아무것도 보내지 않습니다.</translation>
    </message>
    <message>
        <source>Nothing is built for Azure: a Dockerfile and this computer&apos;s network settings stay here.</source>
        <translation>Azure용으로는 아무것도 빌드하지 않으므로 Dockerfile과 이 컴퓨터의 네트워크 설정은 사용되지 않습니다.</translation>
    </message>
    <message>
        <source>Nothing is built or installed.</source>
        <translation>빌드하거나 설치하는 것이 없습니다.</translation>
    </message>
    <message>
        <source>Nothing is built. It is in %1.</source>
        <comment>a folder</comment>
        <translation>빌드하는 것이 없습니다. 위치: %1</translation>
    </message>
    <message>
        <source>Nothing is changed or new since the last run of this folder, or there was none yet.</source>
        <translation>이 폴더의 마지막 실행 뒤로 바뀌거나 새로 생긴 것이 없거나, 아직 실행이 없었습니다.</translation>
    </message>
    <message>
        <source>Nothing is installed unless you choose it here. An environment is built apart from every other one, and named by its content.</source>
        <translation>여기서 선택하지 않으면 아무것도 설치하지 않습니다. 환경은 서로 따로 빌드하며 내용에 따라 이름을 붙입니다.</translation>
    </message>
    <message>
        <source>Nothing is known about the files yet.</source>
        <translation>파일에 대해 아직 아는 것이 없습니다.</translation>
    </message>
    <message>
        <source>Nothing is on record for %1.</source>
        <translation>%1에 대한 기록이 없습니다.</translation>
    </message>
    <message>
        <source>Nothing is running</source>
        <translation>실행 중인 것 없음</translation>
    </message>
    <message>
        <source>Nothing is sent</source>
        <translation>아무것도 보내지 않습니다</translation>
    </message>
    <message>
        <source>Nothing is sent anywhere: no account, no telemetry, no update check.</source>
        <translation>어디에도 아무것도 보내지 않습니다. 계정도, 원격 측정도, 업데이트 확인도 없습니다.</translation>
    </message>
    <message>
        <source>Nothing measured yet</source>
        <translation>아직 측정하지 않음</translation>
    </message>
    <message>
        <source>Nothing of it is used; ssh does not use it either.</source>
        <translation>전혀 사용하지 않습니다. ssh도 사용하지 않습니다.</translation>
    </message>
    <message>
        <source>Nothing of this run was copied from %1 yet.</source>
        <translation>이 실행은 아직 %1에서 아무것도 복사되지 않았습니다.</translation>
    </message>
    <message>
        <source>Nothing of this workspace is real. It is played on this computer.</source>
        <translation>이 작업 영역은 실제가 아닙니다. 이 컴퓨터에서 흉내만 냅니다.</translation>
    </message>
    <message>
        <source>Nothing on the machine was touched. Only its record in this workspace is gone.</source>
        <translation>원격 컴퓨터는 건드리지 않았습니다. 이 작업 영역의 기록만 지웠습니다.</translation>
    </message>
    <message>
        <source>Nothing unasked</source>
        <translation>묻지 않고 하는 일 없음</translation>
    </message>
    <message>
        <source>Nothing was attached yet. All settings are kept.</source>
        <translation>아직 연결되지 않았습니다. 설정은 모두 유지됩니다.</translation>
    </message>
    <message>
        <source>Nothing was changed in Azure.</source>
        <translation>Azure에서 바뀐 것은 없습니다.</translation>
    </message>
    <message>
        <source>Nothing was changed. Runs that were started go on without this window.</source>
        <translation>아무것도 바꾸지 않았습니다. 시작된 실행은 이 창 없이 계속됩니다.</translation>
    </message>
    <message>
        <source>Nothing was replaced.</source>
        <translation>아무것도 교체되지 않았습니다.</translation>
    </message>
    <message>
        <source>Nothing was seen of this workspace before.</source>
        <translation>이 작업 영역에 대해 이전에 본 것이 없습니다.</translation>
    </message>
    <message>
        <source>Nothing was sent to it yet. Compare the fingerprint with what the owner of the machine says.</source>
        <translation>아직 아무것도 보내지 않았습니다. 지문을 컴퓨터 소유자가 알려 준 값과 비교하십시오.</translation>
    </message>
    <message>
        <source>Nothing was sent to it.</source>
        <translation>아무것도 보내지 않았습니다.</translation>
    </message>
    <message>
        <source>Nothing was started.</source>
        <translation>아무것도 시작하지 않았습니다.</translation>
    </message>
    <message>
        <source>Nothing was written</source>
        <translation>쓴 것 없음</translation>
    </message>
    <message>
        <source>Nothing yet</source>
        <translation>아직 없음</translation>
    </message>
    <message>
        <source>Nothing: all files of the folder go along. A line in .amlignore or .gitignore leaves files out.</source>
        <translation>없음: 폴더의 모든 파일이 함께 갑니다. .amlignore나 .gitignore의 한 줄로 파일을 뺄 수 있습니다.</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>지금</translation>
    </message>
    <message>
        <source>Now Python %1, %2</source>
        <comment>version, path</comment>
        <translation>지금은 Python %1, %2</translation>
    </message>
    <message>
        <source>Number of the port</source>
        <translation>포트 번호</translation>
    </message>
    <message>
        <source>Of a cluster: least number of nodes</source>
        <translation>클러스터: 최소 노드 수</translation>
    </message>
    <message>
        <source>Of a cluster: most nodes</source>
        <translation>클러스터: 최대 노드 수</translation>
    </message>
    <message>
        <source>Of a cluster: nodes that may be taken away</source>
        <translation>클러스터: 회수될 수 있는 노드</translation>
    </message>
    <message>
        <source>Of a cluster: seconds until an idle node goes</source>
        <translation>클러스터: 유휴 노드가 없어지기까지의 초</translation>
    </message>
    <message>
        <source>Of an AKS cluster, or of one connected by Azure Arc.</source>
        <translation>AKS 클러스터 또는 Azure Arc로 연결한 클러스터의 ID입니다.</translation>
    </message>
    <message>
        <source>Of an instance: public key for SSH</source>
        <translation>인스턴스: SSH 공개 키</translation>
    </message>
    <message>
        <source>Of create: cluster or instance</source>
        <translation>create: cluster 또는 instance</translation>
    </message>
    <message>
        <source>Of create: size of the machines</source>
        <translation>create: 컴퓨터의 크기</translation>
    </message>
    <message>
        <source>Of delete: the name again</source>
        <translation>delete: 이름을 다시</translation>
    </message>
    <message>
        <source>Of each machine, as Azure names it.</source>
        <translation>컴퓨터 한 대의 크기를 Azure의 이름으로 적습니다.</translation>
    </message>
    <message>
        <source>Of the application. Kept in the keychain, or in memory where there is none.</source>
        <translation>애플리케이션의 비밀입니다. 키체인에, 없으면 메모리에 둡니다.</translation>
    </message>
    <message>
        <source>Of the head node for SSH: NAME-ssh.azurehdinsight.net.</source>
        <translation>SSH용 헤드 노드의 주소: NAME-ssh.azurehdinsight.net.</translation>
    </message>
    <message>
        <source>Of the kubeconfig; empty: its current one.</source>
        <translation>kubeconfig의 컨텍스트입니다. 비우면 현재 컨텍스트입니다.</translation>
    </message>
    <message>
        <source>Of the virtual machine in Azure: Ubuntu, with a public address.</source>
        <translation>Azure에 있는 가상 머신의 ID입니다. Ubuntu와 공용 주소가 있어야 합니다.</translation>
    </message>
    <message>
        <source>Of this run: id, beginning of an id, or name</source>
        <translation>이 실행에 대해: ID, ID의 앞부분, 이름</translation>
    </message>
    <message>
        <source>Of this target</source>
        <translation>이 계산 대상에 대해</translation>
    </message>
    <message>
        <source>Of usage: so many days until today</source>
        <translation>usage: 오늘까지 며칠을 볼지</translation>
    </message>
    <message>
        <source>Of usage: what a node hour costs, from now on</source>
        <translation>usage: 앞으로 적용할 노드 시간당 가격</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>오프라인</translation>
    </message>
    <message>
        <source>Offline since %1</source>
        <comment>a time</comment>
        <translation>%1부터 오프라인</translation>
    </message>
    <message>
        <source>On %1</source>
        <comment>a target</comment>
        <translation>위치: %1</translation>
    </message>
    <message>
        <source>On %1 there are runs going on: %2.</source>
        <translation>%1에서 실행이 진행 중입니다: %2.</translation>
    </message>
    <message>
        <source>On %1 there are runs going on: %2. Nothing was removed.</source>
        <translation>%1에서 실행이 진행 중입니다: %2. 아무것도 제거하지 않았습니다.</translation>
    </message>
    <message>
        <source>On %1, and since %2 in the folder that you named.</source>
        <translation>저쪽에 있습니다: %1. %2에 지정한 폴더에도 복사했습니다.</translation>
    </message>
    <message>
        <source>On %1. They can be fetched when the run has ended.</source>
        <translation>저쪽에 있습니다: %1. 실행이 끝나면 가져올 수 있습니다.</translation>
    </message>
    <message>
        <source>On its console, or ask the person who runs it:</source>
        <translation>그 컴퓨터의 콘솔에서 실행하거나 관리하는 사람에게 물으십시오.</translation>
    </message>
    <message>
        <source>On its own</source>
        <translation>혼자서 계속됨</translation>
    </message>
    <message>
        <source>On record</source>
        <translation>기록</translation>
    </message>
    <message>
        <source>On record: %1</source>
        <comment>a key type</comment>
        <translation>기록된 키: %1</translation>
    </message>
    <message>
        <source>On that machine: runs, environments and their files.</source>
        <translation>그 컴퓨터의 폴더: 실행, 환경과 그 파일.</translation>
    </message>
    <message>
        <source>On this computer</source>
        <translation>이 컴퓨터에 저장</translation>
    </message>
    <message>
        <source>On this computer too.</source>
        <translation>이 컴퓨터에도 있습니다.</translation>
    </message>
    <message>
        <source>On this computer. Empty: those of ~/.ssh.</source>
        <translation>이 컴퓨터의 파일. 비워 두면 ~/.ssh의 키.</translation>
    </message>
    <message>
        <source>On this computer. It goes to Azure ML, not its path.</source>
        <translation>이 컴퓨터에 있는 파일입니다. 경로가 아니라 내용이 Azure ML로 갑니다.</translation>
    </message>
    <message>
        <source>Once</source>
        <translation>한 번</translation>
    </message>
    <message>
        <source>One is enough. None is installed for you.</source>
        <translation>하나면 충분합니다. 대신 설치하지 않습니다.</translation>
    </message>
    <message>
        <source>Online endpoints</source>
        <translation>온라인 엔드포인트</translation>
    </message>
    <message>
        <source>Only 127.0.0.1 can reach it.</source>
        <translation>127.0.0.1에서만 접근할 수 있습니다.</translation>
    </message>
    <message>
        <source>Only for attaching the machine in an Azure ML workspace too: Ubuntu, with a public address.</source>
        <translation>Azure ML 작업 영역에도 연결할 때만 필요합니다. Ubuntu와 공용 주소가 있어야 합니다.</translation>
    </message>
    <message>
        <source>Only looking. Nothing is sent before you have seen it.</source>
        <translation>살펴보기만 합니다. 확인하기 전에는 아무것도 보내지 않습니다.</translation>
    </message>
    <message>
        <source>Only on %1.</source>
        <translation>저쪽에만 있습니다: %1</translation>
    </message>
    <message>
        <source>Only on a machine in Azure that has one.</source>
        <translation>관리 ID가 있는 Azure 컴퓨터에서만 됩니다.</translation>
    </message>
    <message>
        <source>Only runs in this state</source>
        <translation>이 상태의 실행만</translation>
    </message>
    <message>
        <source>Only runs of this target</source>
        <translation>이 계산 대상의 실행만</translation>
    </message>
    <message>
        <source>Only the account&apos;s resource ID goes to Azure ML.</source>
        <translation>계정의 리소스 ID만 Azure ML로 갑니다.</translation>
    </message>
    <message>
        <source>Only the code is copied again, nothing is rebuilt.</source>
        <translation>코드만 다시 복사되며 다시 빌드하지 않습니다.</translation>
    </message>
    <message>
        <source>Only the code is copied again; the environment is there.</source>
        <translation>코드만 다시 복사됩니다. 환경은 이미 있습니다.</translation>
    </message>
    <message>
        <source>Only this check</source>
        <translation>이 검사만</translation>
    </message>
    <message>
        <source>Only to look at it from here first: a name, an alias of ~/.ssh/config, or user@host:port.</source>
        <translation>먼저 여기서 살펴볼 때만 씁니다. 이름, ~/.ssh/config의 별칭 또는 user@host:port.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>열기</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>%1 열기</translation>
    </message>
    <message>
        <source>Open %1 on any computer and enter the code %2.</source>
        <translation>아무 컴퓨터에서나 %1 주소를 열고 코드를 입력하십시오: %2</translation>
    </message>
    <message>
        <source>Open Known machines…</source>
        <translation>알려진 호스트 열기…</translation>
    </message>
    <message>
        <source>Open a workspace of Azure ML: its subscription, region and store are used.</source>
        <translation>Azure ML 작업 영역을 여십시오. 그 구독, 지역, 저장소를 사용합니다.</translation>
    </message>
    <message>
        <source>Open a workspace of it…</source>
        <translation>연습실의 작업 영역 열기…</translation>
    </message>
    <message>
        <source>Open an Azure ML workspace</source>
        <translation>Azure ML 작업 영역 열기</translation>
    </message>
    <message>
        <source>Open an Azure ML workspace…</source>
        <translation>Azure ML 작업 영역 열기…</translation>
    </message>
    <message>
        <source>Open as a file</source>
        <translation>파일로 열기</translation>
    </message>
    <message>
        <source>Open at line %1</source>
        <translation>%1번째 줄에서 열기</translation>
    </message>
    <message>
        <source>Open by config.json…</source>
        <translation>config.json으로 열기…</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>폴더 열기</translation>
    </message>
    <message>
        <source>Open in the studio</source>
        <translation>스튜디오에서 열기</translation>
    </message>
    <message>
        <source>Open loop</source>
        <translation>열린 루프</translation>
    </message>
    <message>
        <source>Open page</source>
        <translation>페이지 열기</translation>
    </message>
    <message>
        <source>Open run settings</source>
        <translation>실행 설정 열기</translation>
    </message>
    <message>
        <source>Open run.yaml…</source>
        <translation>run.yaml 열기…</translation>
    </message>
    <message>
        <source>Open target</source>
        <translation>대상 열기</translation>
    </message>
    <message>
        <source>Open the data folder</source>
        <translation>데이터 폴더 열기</translation>
    </message>
    <message>
        <source>Open the endpoint</source>
        <translation>엔드포인트 열기</translation>
    </message>
    <message>
        <source>Opened before</source>
        <translation>전에 연 작업 영역</translation>
    </message>
    <message>
        <source>Opening one reads it; nothing there is changed.</source>
        <translation>열면 읽기만 합니다. 그곳에서 바뀌는 것은 없습니다.</translation>
    </message>
    <message>
        <source>Opening the workspace…</source>
        <translation>작업 영역을 여는 중…</translation>
    </message>
    <message>
        <source>Opens your browser; the answer comes back to http://localhost on a port of its own.</source>
        <translation>브라우저를 엽니다. 답은 http://localhost의 별도 포트로 돌아옵니다.</translation>
    </message>
    <message>
        <source>Others made this endpoint: Mooring sends it requests and reads its logs, and changes nothing of it.</source>
        <translation>다른 사람이 만든 엔드포인트입니다. Mooring은 요청을 보내고 로그를 읽을 뿐 아무것도 변경하지 않습니다.</translation>
    </message>
    <message>
        <source>Others on this computer can read the key %1 (mode %2). It was not used.</source>
        <translation>이 컴퓨터의 다른 사용자가 읽을 수 있는 키이므로(모드 %2) 사용하지 않았습니다: %1.</translation>
    </message>
    <message>
        <source>Outliving process</source>
        <translation>연결 후에도 남는 프로세스</translation>
    </message>
    <message>
        <source>Output of a run</source>
        <translation>실행의 출력</translation>
    </message>
    <message>
        <source>Outputs</source>
        <translation>출력</translation>
    </message>
    <message>
        <source>Outputs of %1</source>
        <translation>%1의 출력</translation>
    </message>
    <message>
        <source>Outputs of a run</source>
        <translation>실행의 출력</translation>
    </message>
    <message>
        <source>Package</source>
        <translation>패키지</translation>
    </message>
    <message>
        <source>Packages</source>
        <translation>패키지</translation>
    </message>
    <message>
        <source>Packing code and model</source>
        <translation>코드와 모델을 묶는 중</translation>
    </message>
    <message>
        <source>Palette</source>
        <translation>색상</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>매개변수</translation>
    </message>
    <message>
        <source>Parted as in a shell, with quotes. $ and * are not expanded.</source>
        <translation>셸처럼 따옴표를 써서 나눕니다. $와 *는 펼치지 않습니다.</translation>
    </message>
    <message>
        <source>Passed</source>
        <translation>통과</translation>
    </message>
    <message>
        <source>Passed over</source>
        <translation>지나침</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>암호문구</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>암호</translation>
    </message>
    <message>
        <source>Password of %1</source>
        <translation>%1의 암호</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>경로</translation>
    </message>
    <message>
        <source>Per second</source>
        <translation>초당</translation>
    </message>
    <message>
        <source>Perhaps attached. %1: %2</source>
        <comment>check, answer</comment>
        <translation>연결되었을 수 있습니다. %1: %2</translation>
    </message>
    <message>
        <source>Phases</source>
        <translation>단계</translation>
    </message>
    <message>
        <source>Pipe it in, or use @FILE or env:VAR.</source>
        <translation>파이프로 넣거나 @FILE 또는 env:VAR를 쓰십시오.</translation>
    </message>
    <message>
        <source>Pipelines reach only the data in the account&apos;s default store.</source>
        <translation>파이프라인은 계정의 기본 저장소에 있는 데이터만 쓸 수 있습니다.</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>점</translation>
    </message>
    <message>
        <source>Pool</source>
        <translation>풀</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>포트</translation>
    </message>
    <message>
        <source>Port %1 is taken by %2.</source>
        <translation>%1번 포트를 이미 쓰고 있습니다: %2</translation>
    </message>
    <message>
        <source>Port %2 of %1 did not answer the sign-in within %3 s.</source>
        <translation>%1의 포트 %2에서 %3초 안에 로그인에 응답하지 않았습니다.</translation>
    </message>
    <message>
        <source>Port %2 of %1 did not answer within %3 s.</source>
        <translation>%1의 포트 %2에서 %3초 안에 응답이 없었습니다.</translation>
    </message>
    <message>
        <source>Port %2 of %1 is not an SSH server.</source>
        <translation>%1의 포트 %2에 있는 서비스는 SSH 서버가 아닙니다.</translation>
    </message>
    <message>
        <source>Port %2 of %1 speaks an SSH that is too old (%3).</source>
        <translation>%1의 포트 %2에서 사용하는 SSH가 너무 오래되었습니다(%3).</translation>
    </message>
    <message>
        <source>Port %2 of %1 took the connection, but did not say within %3 s that it is an SSH server.</source>
        <translation>%1의 포트 %2에 연결되었지만, %3초 안에 SSH 서버라는 응답이 없었습니다.</translation>
    </message>
    <message>
        <source>Port on this computer (default: a free one), or of the container in Azure (5001)</source>
        <translation>이 컴퓨터의 포트(기본값: 빈 포트) 또는 Azure 컨테이너의 포트(5001)</translation>
    </message>
    <message>
        <source>Practice</source>
        <translation>연습</translation>
    </message>
    <message>
        <source>Practice lab</source>
        <translation>연습실</translation>
    </message>
    <message>
        <source>Practice lab.</source>
        <translation>연습실.</translation>
    </message>
    <message>
        <source>Preparing</source>
        <translation>준비 중</translation>
    </message>
    <message>
        <source>Preparing the run&apos;s folder</source>
        <translation>실행 폴더 준비 중</translation>
    </message>
    <message>
        <source>Pretend services of Azure on this computer, to practise with</source>
        <translation>연습을 위해 이 컴퓨터에서 실행하는 가상의 Azure 서비스</translation>
    </message>
    <message>
        <source>Pretty</source>
        <translation>정리</translation>
    </message>
    <message>
        <source>Previous part of the window</source>
        <translation>창의 이전 부분</translation>
    </message>
    <message>
        <source>Price of a node hour</source>
        <translation>노드 시간당 가격</translation>
    </message>
    <message>
        <source>Price of a node hour: not known</source>
        <translation>노드 시간당 가격: 알 수 없음</translation>
    </message>
    <message>
        <source>Print a run&apos;s log, byte for byte</source>
        <translation>실행의 로그를 바이트 그대로 출력</translation>
    </message>
    <message>
        <source>Print a target, a run or an endpoint as text</source>
        <translation>계산 대상, 실행 또는 엔드포인트를 텍스트로 출력</translation>
    </message>
    <message>
        <source>Print an endpoint&apos;s log, byte for byte</source>
        <translation>엔드포인트 로그를 그대로 출력</translation>
    </message>
    <message>
        <source>Print the run&apos;s log until it ends</source>
        <translation>끝날 때까지 실행의 로그 출력</translation>
    </message>
    <message>
        <source>Print the version</source>
        <translation>버전 출력</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>우선순위</translation>
    </message>
    <message>
        <source>Process</source>
        <translation>프로세스</translation>
    </message>
    <message>
        <source>Processes of the endpoint could not be ended.</source>
        <translation>엔드포인트의 프로세스를 끝내지 못했습니다.</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>진행</translation>
    </message>
    <message>
        <source>Provisioning</source>
        <translation>프로비저닝</translation>
    </message>
    <message>
        <source>Provisioning log</source>
        <translation>프로비저닝 로그</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>프록시</translation>
    </message>
    <message>
        <source>Pulling the image %1</source>
        <translation>이미지 %1 가져오는 중</translation>
    </message>
    <message>
        <source>Put the text into a file of the source folder and pass the file&apos;s name.</source>
        <translation>텍스트를 원본 폴더의 파일에 넣고 그 파일 이름을 넘기십시오.</translation>
    </message>
    <message>
        <source>Python</source>
        <translation>Python</translation>
    </message>
    <message>
        <source>Python %1</source>
        <translation>Python %1</translation>
    </message>
    <message>
        <source>Python %1, %2</source>
        <comment>version, path</comment>
        <translation>Python %1, %2</translation>
    </message>
    <message>
        <source>Python %1, %2.</source>
        <translation>Python %1, %2.</translation>
    </message>
    <message>
        <source>Python %1, as chosen</source>
        <translation>Python %1, 선택한 것</translation>
    </message>
    <message>
        <source>Python %1, the python3 of the target</source>
        <translation>Python %1, 계산 대상의 python3</translation>
    </message>
    <message>
        <source>Python 3.8, conda or Docker</source>
        <translation>Python 3.8, conda 또는 Docker</translation>
    </message>
    <message>
        <source>Python buffers its output when it does not write to a terminal: print(…, flush=True) or PYTHONUNBUFFERED=1 shows it at once.</source>
        <translation>Python은 터미널에 쓰지 않을 때 출력을 모아 둡니다. print(…, flush=True) 또는 PYTHONUNBUFFERED=1을 쓰면 바로 보입니다.</translation>
    </message>
    <message>
        <source>Python files (*.py)</source>
        <translation>Python 파일 (*.py)</translation>
    </message>
    <message>
        <source>Python: %1</source>
        <translation>Python: %1</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>대기</translation>
    </message>
    <message>
        <source>Queued</source>
        <translation>대기 중</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>종료</translation>
    </message>
    <message>
        <source>Quit (runs go on)</source>
        <translation>종료(실행은 계속됨)</translation>
    </message>
    <message>
        <source>Quit before this is done?</source>
        <translation>끝나기 전에 종료하시겠습니까?</translation>
    </message>
    <message>
        <source>Quota is zero</source>
        <translation>할당량이 0임</translation>
    </message>
    <message>
        <source>QuotaExceeded, ContainerGroupQuotaReached: 0 cores</source>
        <translation>QuotaExceeded, ContainerGroupQuotaReached: 코어 0개</translation>
    </message>
    <message>
        <source>Rarely needed</source>
        <translation>드물게 필요한 것</translation>
    </message>
    <message>
        <source>Rate reached</source>
        <translation>도달 속도</translation>
    </message>
    <message>
        <source>Raw</source>
        <translation>원문</translation>
    </message>
    <message>
        <source>Reached as</source>
        <translation>접속한 주소</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>다시 읽기</translation>
    </message>
    <message>
        <source>Read again (F5)</source>
        <translation>다시 읽기 (F5)</translation>
    </message>
    <message>
        <source>Reading names, sizes and ignore files</source>
        <translation>이름, 크기, 제외 파일을 읽는 중</translation>
    </message>
    <message>
        <source>Reading the workspace</source>
        <translation>작업 영역을 읽는 중</translation>
    </message>
    <message>
        <source>Reading what your account can see</source>
        <translation>계정이 볼 수 있는 것을 읽는 중</translation>
    </message>
    <message>
        <source>Reading what your account can see.</source>
        <translation>계정이 볼 수 있는 것을 읽는 중입니다.</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>준비됨</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>이유</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>기록</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>새로 고침</translation>
    </message>
    <message>
        <source>Refresh (F5)</source>
        <translation>새로 고침(F5)</translation>
    </message>
    <message>
        <source>Refresh token</source>
        <translation>새로 고침 토큰</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>지역</translation>
    </message>
    <message>
        <source>Registering models comes with a later version. Until then a model is a file among the outputs of the run that wrote it.</source>
        <translation>모델 등록은 이후 버전에서 제공됩니다. 그때까지 모델은 그것을 쓴 실행의 출력 파일입니다.</translation>
    </message>
    <message>
        <source>Registry</source>
        <translation>레지스트리</translation>
    </message>
    <message>
        <source>Reload</source>
        <translation>다시 불러오기</translation>
    </message>
    <message>
        <source>Reload %1</source>
        <translation>%1 다시 불러오기</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>제거</translation>
    </message>
    <message>
        <source>Remove environment %1</source>
        <translation>환경 제거: %1</translation>
    </message>
    <message>
        <source>Remove it first, if it is no longer right: %1</source>
        <translation>더 이상 맞지 않으면 먼저 지우십시오: %1</translation>
    </message>
    <message>
        <source>Remove it there: %1</source>
        <translation>그 파일에서 지우십시오: %1</translation>
    </message>
    <message>
        <source>Remove the environment?</source>
        <translation>환경을 제거하시겠습니까?</translation>
    </message>
    <message>
        <source>Remove variable</source>
        <translation>변수 제거</translation>
    </message>
    <message>
        <source>Removed</source>
        <translation>제거됨</translation>
    </message>
    <message>
        <source>Removed: %1</source>
        <translation>제거함: %1</translation>
    </message>
    <message>
        <source>Removed: %1</source>
        <comment>a thing</comment>
        <translation>제거됨: %1</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>제거…</translation>
    </message>
    <message>
        <source>Removing it on %1</source>
        <translation>%1에서 제거 중</translation>
    </message>
    <message>
        <source>Repeatable</source>
        <translation>반복 가능</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>바꾸기</translation>
    </message>
    <message>
        <source>Replace %1 when the new one is healthy</source>
        <comment>an endpoint</comment>
        <translation>새 엔드포인트가 정상이 되면 교체: %1</translation>
    </message>
    <message>
        <source>Replace it with --replace, or choose another name.</source>
        <translation>--replace로 바꾸거나 다른 이름을 고르십시오.</translation>
    </message>
    <message>
        <source>Replaced</source>
        <translation>교체됨</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>요청</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>요청</translation>
    </message>
    <message>
        <source>Requests a second</source>
        <translation>초당 요청 수</translation>
    </message>
    <message>
        <source>Requests at once</source>
        <translation>동시 요청 수</translation>
    </message>
    <message>
        <source>Requests go to</source>
        <translation>요청 분배</translation>
    </message>
    <message>
        <source>Requirements or conda file</source>
        <translation>requirements 또는 conda 파일</translation>
    </message>
    <message>
        <source>Resize</source>
        <translation>크기 조정</translation>
    </message>
    <message>
        <source>Resize %1</source>
        <comment>a target</comment>
        <translation>크기 조정: %1</translation>
    </message>
    <message>
        <source>Resizing %1.</source>
        <comment>a target</comment>
        <translation>크기를 조정하는 중: %1.</translation>
    </message>
    <message>
        <source>Resource</source>
        <translation>리소스</translation>
    </message>
    <message>
        <source>Resource ID</source>
        <translation>리소스 ID</translation>
    </message>
    <message>
        <source>Resource ID of the workspace</source>
        <translation>작업 영역의 리소스 ID</translation>
    </message>
    <message>
        <source>Resource group</source>
        <translation>리소스 그룹</translation>
    </message>
    <message>
        <source>Resource manager</source>
        <translation>Resource Manager</translation>
    </message>
    <message>
        <source>Resource manager and Azure ML</source>
        <translation>Resource Manager, Azure ML</translation>
    </message>
    <message>
        <source>Restart</source>
        <translation>다시 시작</translation>
    </message>
    <message>
        <source>Restart %1</source>
        <comment>a target</comment>
        <translation>다시 시작: %1</translation>
    </message>
    <message>
        <source>Restart the keychain service or sign in to the desktop again, then try again.</source>
        <translation>키체인 서비스를 다시 시작하거나 데스크톱에 다시 로그인한 뒤 다시 시도하십시오.</translation>
    </message>
    <message>
        <source>Restart the machine, so that the driver of the last update is loaded.</source>
        <translation>마지막으로 업데이트한 드라이버를 읽도록 그 컴퓨터를 다시 시작하십시오.</translation>
    </message>
    <message>
        <source>Restart this computer, so that the driver of the last update is loaded.</source>
        <translation>마지막 업데이트의 드라이버를 불러오도록 이 컴퓨터를 다시 시작하십시오.</translation>
    </message>
    <message>
        <source>Restarting %1.</source>
        <comment>a target</comment>
        <translation>다시 시작하는 중: %1.</translation>
    </message>
    <message>
        <source>Restart…</source>
        <translation>다시 시작…</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>결과</translation>
    </message>
    <message>
        <source>Results as JSON on standard output</source>
        <translation>결과를 JSON으로 표준 출력에 쓰기</translation>
    </message>
    <message>
        <source>Retired %1</source>
        <comment>a date</comment>
        <translation>종료됨: %1</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>다시 시도</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>검토</translation>
    </message>
    <message>
        <source>Row of the file</source>
        <translation>파일의 행</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>실행</translation>
    </message>
    <message>
        <source>Run %1 on %2</source>
        <translation>실행: %1, 계산 대상: %2</translation>
    </message>
    <message>
        <source>Run a script</source>
        <translation>스크립트 실행</translation>
    </message>
    <message>
        <source>Run a script here</source>
        <translation>여기서 스크립트 실행</translation>
    </message>
    <message>
        <source>Run a script on a compute target</source>
        <translation>계산 대상에서 스크립트 실행</translation>
    </message>
    <message>
        <source>Run a script…</source>
        <translation>스크립트 실행…</translation>
    </message>
    <message>
        <source>Run again…</source>
        <translation>다시 실행…</translation>
    </message>
    <message>
        <source>Run here…</source>
        <translation>여기서 실행…</translation>
    </message>
    <message>
        <source>Run here… leads to a run on this target; it is listed here and under Runs.</source>
        <translation>여기서 실행…을 누르면 이 대상에서 실행합니다. 여기와 실행 목록에 나타납니다.</translation>
    </message>
    <message>
        <source>Run history and logs</source>
        <translation>실행 기록과 로그</translation>
    </message>
    <message>
        <source>Run id</source>
        <translation>실행 ID</translation>
    </message>
    <message>
        <source>Run in a container</source>
        <translation>컨테이너에서 실행</translation>
    </message>
    <message>
        <source>Run in a container of this image</source>
        <translation>이 이미지의 컨테이너에서 실행</translation>
    </message>
    <message>
        <source>Run settings (*.yaml *.yml)</source>
        <translation>실행 설정 (*.yaml *.yml)</translation>
    </message>
    <message>
        <source>Run settings are a list of keys with values, such as &quot;script: train.py&quot;.</source>
        <translation>실행 설정은 &quot;script: train.py&quot;처럼 키와 값의 목록입니다.</translation>
    </message>
    <message>
        <source>Run the sample</source>
        <translation>샘플 실행</translation>
    </message>
    <message>
        <source>Run the sample here</source>
        <translation>여기서 샘플 실행</translation>
    </message>
    <message>
        <source>Run the sample on %1</source>
        <translation>샘플 실행: %1</translation>
    </message>
    <message>
        <source>Run the sample on this computer</source>
        <translation>이 컴퓨터에서 샘플 실행</translation>
    </message>
    <message>
        <source>Run this check again</source>
        <translation>이 검사 다시 실행</translation>
    </message>
    <message>
        <source>Run training on your own compute and keep everything: code, log, metrics, outputs.</source>
        <translation>자신의 계산 대상에서 학습을 실행하고 코드, 로그, 메트릭, 출력을 모두 보관합니다.</translation>
    </message>
    <message>
        <source>Run: %1</source>
        <translation>실행할 명령: %1</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>실행 중</translation>
    </message>
    <message>
        <source>Running</source>
        <comment>endpoint</comment>
        <translation>작동 중</translation>
    </message>
    <message>
        <source>Running marks turn</source>
        <translation>실행 중 표시가 돌아감</translation>
    </message>
    <message numerus="yes">
        <source>Running, %n faults on</source>
        <translation>
            <numerusform>작동 중, 장애 %n개 켜짐</numerusform>
        </translation>
    </message>
    <message>
        <source>Running, healthy</source>
        <comment>endpoint</comment>
        <translation>작동 중, 정상</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>실행</translation>
    </message>
    <message>
        <source>Runs cannot be started on this computer without a folder for them.</source>
        <translation>실행 폴더가 없으면 이 컴퓨터에서 실행을 시작할 수 없습니다.</translation>
    </message>
    <message>
        <source>Runs from here work. Azure ML itself supports Ubuntu only.</source>
        <translation>여기서 시작하는 실행은 됩니다. Azure ML 자체는 Ubuntu만 지원합니다.</translation>
    </message>
    <message>
        <source>Runs in</source>
        <translation>실행 방식</translation>
    </message>
    <message>
        <source>Runs in a container of %1. Nothing is built.</source>
        <comment>an image</comment>
        <translation>컨테이너에서 실행합니다: %1. 빌드하지 않습니다.</translation>
    </message>
    <message>
        <source>Runs in a container of %1. Nothing is installed on the machine.</source>
        <comment>an image</comment>
        <translation>컨테이너에서 실행합니다(이미지: %1). 컴퓨터에는 아무것도 설치하지 않습니다.</translation>
    </message>
    <message>
        <source>Runs need Linux: they are watched through /proc.</source>
        <translation>실행에는 Linux가 필요합니다. /proc으로 지켜보기 때문입니다.</translation>
    </message>
    <message>
        <source>Runs of this target</source>
        <translation>이 대상의 실행</translation>
    </message>
    <message>
        <source>Runs on</source>
        <translation>계산 대상</translation>
    </message>
    <message>
        <source>Runs on a target of the kind %1 go through a workspace of Azure ML.</source>
        <translation>%1 종류의 대상에서 실행하려면 Azure ML 작업 영역을 거쳐야 합니다.</translation>
    </message>
    <message>
        <source>Runs start right here, with a Python that you have. Nothing to attach.</source>
        <translation>가지고 있는 Python으로 바로 여기서 실행합니다. 연결할 것이 없습니다.</translation>
    </message>
    <message>
        <source>Runs that belong together. Without one it is the name of the folder.</source>
        <translation>함께 묶을 실행입니다. 없으면 폴더의 이름을 씁니다.</translation>
    </message>
    <message>
        <source>Runs that went there</source>
        <translation>그곳에서 한 실행</translation>
    </message>
    <message>
        <source>Runs that were started go on without this window.</source>
        <translation>시작된 실행은 이 창 없이 계속됩니다.</translation>
    </message>
    <message>
        <source>Runs with %1. Nothing is built or installed.</source>
        <comment>a path</comment>
        <translation>이것으로 실행합니다: %1. 빌드하거나 설치하는 것이 없습니다.</translation>
    </message>
    <message>
        <source>Runs, their logs and their outputs stay as they are.</source>
        <translation>실행과 그 로그, 출력은 그대로 남습니다.</translation>
    </message>
    <message>
        <source>Run…</source>
        <translation>실행…</translation>
    </message>
    <message>
        <source>SFTP answers: files can be copied, runs cannot be started</source>
        <translation>SFTP가 응답함: 파일은 복사할 수 있지만 실행은 시작할 수 없음</translation>
    </message>
    <message>
        <source>SHA256, %1</source>
        <comment>groups of letters</comment>
        <translation>SHA256, %1</translation>
    </message>
    <message>
        <source>SSH banner</source>
        <translation>SSH 배너</translation>
    </message>
    <message>
        <source>SSH password</source>
        <translation>SSH 암호</translation>
    </message>
    <message>
        <source>SSH user</source>
        <translation>SSH 사용자</translation>
    </message>
    <message>
        <source>Sample input</source>
        <translation>예제 입력</translation>
    </message>
    <message>
        <source>Saturated</source>
        <translation>포화</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>다른 이름으로 저장…</translation>
    </message>
    <message>
        <source>Save draft</source>
        <translation>초안 저장</translation>
    </message>
    <message>
        <source>Save run.yaml…</source>
        <translation>run.yaml 저장…</translation>
    </message>
    <message>
        <source>Save selected lines</source>
        <translation>선택한 줄 저장</translation>
    </message>
    <message>
        <source>Save selected lines as…</source>
        <translation>선택한 줄을 다른 이름으로 저장…</translation>
    </message>
    <message>
        <source>Save the log</source>
        <translation>로그 저장</translation>
    </message>
    <message>
        <source>Save the run settings</source>
        <translation>실행 설정 저장</translation>
    </message>
    <message>
        <source>Saved %1 to %2, byte for byte.</source>
        <translation>바이트 그대로 저장했습니다: %1 → %2</translation>
    </message>
    <message>
        <source>Saved as you change them</source>
        <translation>바꾸는 즉시 저장</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <comment>a path</comment>
        <translation>저장됨: %1</translation>
    </message>
    <message>
        <source>Say how many at once (8, at most 512) or how many a second (100/s).</source>
        <translation>동시 요청 수(8, 최대 512) 또는 초당 요청 수(100/s)를 지정하십시오.</translation>
    </message>
    <message>
        <source>Say once, always or after-N, for instance %1:once.</source>
        <translation>once, always 또는 after-N을 지정하십시오. 예: %1:once</translation>
    </message>
    <message>
        <source>Say one way to sign in.</source>
        <translation>로그인 방법을 하나 지정하십시오.</translation>
    </message>
    <message>
        <source>Say the cloud&apos;s name and where its resource manager is.</source>
        <translation>클라우드의 이름과 Resource Manager의 주소를 지정하십시오.</translation>
    </message>
    <message>
        <source>Say the kind of workspace, azureml, and a name for it.</source>
        <translation>작업 영역의 종류 azureml과 이름을 지정하십시오.</translation>
    </message>
    <message>
        <source>Say them yourself: --login URL, and --ml URL where there is Azure Machine Learning.</source>
        <translation>직접 지정하십시오: --login URL, Azure Machine Learning이 있으면 --ml URL도.</translation>
    </message>
    <message>
        <source>Say what the endpoint shall be called.</source>
        <translation>엔드포인트 이름을 지정하십시오.</translation>
    </message>
    <message>
        <source>Say what the target shall be called.</source>
        <translation>계산 대상의 이름을 지정하십시오.</translation>
    </message>
    <message>
        <source>Say what to send: the endpoint %1 brings no sample.</source>
        <translation>보낼 내용을 지정하십시오. 예제 요청이 없는 엔드포인트입니다: %1</translation>
    </message>
    <message>
        <source>Say where the diagnosis is to be written.</source>
        <translation>진단을 저장할 곳을 지정하십시오.</translation>
    </message>
    <message>
        <source>Say which Python; it must have the inference server.</source>
        <translation>어느 Python인지 정하십시오. 추론 서버가 있어야 합니다.</translation>
    </message>
    <message>
        <source>Say which cloud is meant.</source>
        <translation>어느 클라우드인지 지정하십시오.</translation>
    </message>
    <message>
        <source>Say which command is meant.</source>
        <translation>명령을 지정하십시오.</translation>
    </message>
    <message>
        <source>Say which endpoint is meant.</source>
        <translation>엔드포인트를 지정하십시오.</translation>
    </message>
    <message>
        <source>Say which file to import.</source>
        <translation>가져올 파일을 지정하십시오.</translation>
    </message>
    <message>
        <source>Say which file to view.</source>
        <translation>볼 파일을 지정하십시오.</translation>
    </message>
    <message>
        <source>Say which image it is based on.</source>
        <translation>바탕이 될 이미지를 정하십시오.</translation>
    </message>
    <message>
        <source>Say which key is expected.</source>
        <translation>어떤 키여야 하는지 지정하십시오.</translation>
    </message>
    <message>
        <source>Say which machine is meant.</source>
        <translation>어떤 컴퓨터인지 지정하십시오.</translation>
    </message>
    <message>
        <source>Say which model to deploy.</source>
        <translation>배포할 모델을 지정하십시오.</translation>
    </message>
    <message>
        <source>Say which port the endpoint shall take from %1.</source>
        <translation>어느 포트를 넘겨받을지 정하십시오: %1.</translation>
    </message>
    <message>
        <source>Say which run is meant.</source>
        <translation>실행을 지정하십시오.</translation>
    </message>
    <message>
        <source>Say which script scores: the model is not an MLflow model.</source>
        <translation>MLflow 모델이 아니므로 채점 스크립트를 지정하십시오.</translation>
    </message>
    <message>
        <source>Say which script to run.</source>
        <translation>실행할 스크립트를 지정하십시오.</translation>
    </message>
    <message>
        <source>Say which size the machines have.</source>
        <translation>컴퓨터의 크기를 정하십시오.</translation>
    </message>
    <message>
        <source>Say which target is meant.</source>
        <translation>계산 대상을 지정하십시오.</translation>
    </message>
    <message>
        <source>Say which target, run or endpoint is meant.</source>
        <translation>계산 대상, 실행 또는 엔드포인트를 지정하십시오.</translation>
    </message>
    <message>
        <source>Say which workspace is meant.</source>
        <translation>어느 작업 영역인지 지정하십시오.</translation>
    </message>
    <message>
        <source>Say which workspace it is: by its config.json, or by its resource ID.</source>
        <translation>config.json이나 리소스 ID로 어느 작업 영역인지 지정하십시오.</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>크기</translation>
    </message>
    <message>
        <source>Scoring address</source>
        <translation>채점 주소</translation>
    </message>
    <message>
        <source>Scoring script</source>
        <translation>채점 스크립트</translation>
    </message>
    <message>
        <source>Scoring script with init() and run(x)</source>
        <translation>init()과 run(x)이 있는 채점 스크립트</translation>
    </message>
    <message>
        <source>Script</source>
        <translation>스크립트</translation>
    </message>
    <message>
        <source>Script to run, relative to the source folder</source>
        <translation>실행할 스크립트, 원본 폴더 기준</translation>
    </message>
    <message>
        <source>Search or run a command</source>
        <translation>찾기 또는 명령 실행</translation>
    </message>
    <message>
        <source>Seconds</source>
        <translation>초</translation>
    </message>
    <message>
        <source>Seconds between the request to end and the kill</source>
        <translation>종료 요청에서 강제 종료까지의 초</translation>
    </message>
    <message>
        <source>Secrets</source>
        <translation>비밀 값</translation>
    </message>
    <message>
        <source>Secrets are kept there. They are in no file of this profile.</source>
        <translation>비밀 값은 그곳에 보관됩니다. 이 프로필의 어떤 파일에도 없습니다.</translation>
    </message>
    <message>
        <source>Secrets never go into a file, a log or a command line.</source>
        <translation>비밀 값은 파일, 로그, 명령줄에 기록되지 않습니다.</translation>
    </message>
    <message>
        <source>Secrets that Mooring knows, and what looks like one, are masked. Look through it before you send it.</source>
        <translation>Mooring이 아는 비밀과 비밀처럼 보이는 것은 가렸습니다. 보내기 전에 내용을 살펴보십시오.</translation>
    </message>
    <message>
        <source>Sections</source>
        <translation>구역</translation>
    </message>
    <message>
        <source>See what it says: %1</source>
        <translation>오류 내용을 확인하십시오: %1</translation>
    </message>
    <message>
        <source>See whether it runs, and build again: what was built stays in its cache.</source>
        <translation>엔진이 실행 중인지 확인하고 다시 빌드하십시오. 빌드된 부분은 캐시에 남아 있습니다.</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>모두 선택</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>보내기</translation>
    </message>
    <message>
        <source>Send  Ctrl+Enter</source>
        <translation>보내기  Ctrl+Enter</translation>
    </message>
    <message>
        <source>Send %1 to Azure ML</source>
        <comment>a target</comment>
        <translation>Azure ML로 보내기: %1</translation>
    </message>
    <message>
        <source>Send a request to %1</source>
        <translation>요청 보내기: %1</translation>
    </message>
    <message>
        <source>Send a request to an endpoint</source>
        <translation>엔드포인트에 요청 보내기</translation>
    </message>
    <message>
        <source>Send it so many times</source>
        <translation>보내는 횟수</translation>
    </message>
    <message>
        <source>Send the request</source>
        <translation>요청 보내기</translation>
    </message>
    <message>
        <source>Send the request (Ctrl+Enter)</source>
        <translation>요청 보내기(Ctrl+Enter)</translation>
    </message>
    <message>
        <source>Sending the package</source>
        <translation>패키지를 보내는 중</translation>
    </message>
    <message>
        <source>Sent %1 of %2</source>
        <translation>%2 가운데 %1 보냄</translation>
    </message>
    <message>
        <source>Sent. You can leave this page, it goes on.</source>
        <translation>보냈습니다. 이 페이지를 떠나도 계속됩니다.</translation>
    </message>
    <message>
        <source>Serve a model, on this computer or in Azure, to test it</source>
        <translation>테스트할 수 있도록 이 컴퓨터나 Azure에서 모델을 제공합니다</translation>
    </message>
    <message>
        <source>Serve the code and the model as they are now</source>
        <translation>지금의 코드와 모델로 다시 배포</translation>
    </message>
    <message>
        <source>Server log</source>
        <translation>서버 로그</translation>
    </message>
    <message>
        <source>Serves</source>
        <translation>응답 중</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>서비스</translation>
    </message>
    <message>
        <source>Service principal</source>
        <translation>서비스 주체</translation>
    </message>
    <message>
        <source>Services</source>
        <translation>서비스</translation>
    </message>
    <message>
        <source>Serving version</source>
        <translation>응답하는 버전</translation>
    </message>
    <message>
        <source>Set &quot;script&quot; to a file of the source folder.</source>
        <translation>&quot;script&quot;에 원본 폴더의 파일을 지정하십시오.</translation>
    </message>
    <message>
        <source>Set the price of a node hour</source>
        <translation>노드 시간당 가격 지정</translation>
    </message>
    <message>
        <source>Set up TLS and DOCKER_TLS_VERIFY=1 with DOCKER_CERT_PATH, or use ssh://. To use it all the same: MOORING_DOCKER_PLAIN_TCP=%1</source>
        <translation>TLS를 설정하고 DOCKER_TLS_VERIFY=1과 DOCKER_CERT_PATH를 지정하거나 ssh://를 사용하십시오. 그래도 사용하려면: MOORING_DOCKER_PLAIN_TCP=%1</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>설정</translation>
    </message>
    <message>
        <source>Settings of conda</source>
        <translation>conda 설정</translation>
    </message>
    <message>
        <source>Settings of pip</source>
        <translation>pip 설정</translation>
    </message>
    <message>
        <source>Settings, files and environment, reviewed before the start.</source>
        <translation>시작 전에 설정, 파일, 환경을 확인합니다.</translation>
    </message>
    <message>
        <source>Set…</source>
        <translation>지정…</translation>
    </message>
    <message>
        <source>Several accounts are signed in: say which is meant.</source>
        <translation>여러 계정이 로그인되어 있습니다. 어느 계정인지 지정하십시오.</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>보기</translation>
    </message>
    <message>
        <source>Show %1</source>
        <comment>a line of a file</comment>
        <translation>보기: %1</translation>
    </message>
    <message>
        <source>Show all runs</source>
        <translation>모든 실행 보기</translation>
    </message>
    <message>
        <source>Show it</source>
        <translation>보기</translation>
    </message>
    <message>
        <source>Show one run</source>
        <translation>실행 하나 보기</translation>
    </message>
    <message>
        <source>Show one target with its provisioning log</source>
        <translation>계산 대상 하나와 프로비저닝 로그 보기</translation>
    </message>
    <message>
        <source>Show only requests that failed</source>
        <translation>실패한 요청만 표시</translation>
    </message>
    <message>
        <source>Show what a run has logged</source>
        <translation>실행이 기록한 것 보기</translation>
    </message>
    <message>
        <source>Show what would go to the target; start nothing</source>
        <translation>계산 대상으로 갈 것을 보기만 하고 시작하지 않기</translation>
    </message>
    <message>
        <source>Show while held</source>
        <translation>누르는 동안 보기</translation>
    </message>
    <message>
        <source>Shown now: %1</source>
        <comment>a key type</comment>
        <translation>지금 제시한 키: %1</translation>
    </message>
    <message>
        <source>Sidebar</source>
        <translation>사이드바</translation>
    </message>
    <message>
        <source>Sidebar (Ctrl+B)</source>
        <translation>사이드바(Ctrl+B)</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>로그인</translation>
    </message>
    <message>
        <source>Sign in again: mooring signin.</source>
        <translation>다시 로그인하십시오: mooring signin</translation>
    </message>
    <message>
        <source>Sign in again…</source>
        <translation>다시 로그인…</translation>
    </message>
    <message>
        <source>Sign in first: %1 is opened afterwards.</source>
        <translation>먼저 로그인하십시오. 그다음 열립니다: %1.</translation>
    </message>
    <message>
        <source>Sign in from the window, where the question can be answered.</source>
        <translation>질문에 답할 수 있는 창에서 로그인하십시오.</translation>
    </message>
    <message>
        <source>Sign in in the browser instead: mooring signin --browser.</source>
        <translation>대신 브라우저에서 로그인하십시오: mooring signin --browser</translation>
    </message>
    <message>
        <source>Sign in in the browser. Where none opens, open this address on this computer:</source>
        <translation>브라우저에서 로그인하십시오. 브라우저가 열리지 않으면 이 컴퓨터에서 다음 주소를 여십시오:</translation>
    </message>
    <message>
        <source>Sign in on the page that has opened. This goes on by itself afterwards.</source>
        <translation>열린 페이지에서 로그인하십시오. 그다음 저절로 계속합니다.</translation>
    </message>
    <message>
        <source>Sign in to Azure</source>
        <translation>Azure에 로그인</translation>
    </message>
    <message>
        <source>Sign in with</source>
        <translation>로그인 방법</translation>
    </message>
    <message>
        <source>Sign in with a device code instead: mooring signin --device-code.</source>
        <translation>대신 장치 코드로 로그인하십시오: mooring signin --device-code</translation>
    </message>
    <message>
        <source>Sign in with docker login, or wait.</source>
        <translation>docker login으로 로그인하거나 기다리십시오.</translation>
    </message>
    <message>
        <source>Sign in with: %1</source>
        <translation>로그인 명령: %1</translation>
    </message>
    <message>
        <source>Sign in…</source>
        <translation>로그인…</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>로그아웃</translation>
    </message>
    <message>
        <source>Sign out there and in again.</source>
        <translation>그곳에서 로그아웃했다가 다시 로그인하십시오.</translation>
    </message>
    <message>
        <source>Sign-in</source>
        <translation>로그인</translation>
    </message>
    <message>
        <source>Signal</source>
        <translation>신호</translation>
    </message>
    <message>
        <source>Signed in %1, tenant %2</source>
        <comment>%1 a time</comment>
        <translation>로그인 시각 %1, 테넌트 %2</translation>
    </message>
    <message>
        <source>Signed in as</source>
        <translation>로그인한 계정</translation>
    </message>
    <message>
        <source>Signed in until Mooring ends: the keychain did not keep it.</source>
        <translation>Mooring을 끝낼 때까지 로그인되어 있습니다. 키체인에 보관되지 않았습니다.</translation>
    </message>
    <message>
        <source>Signed in, tenant %1</source>
        <translation>로그인됨, 테넌트 %1</translation>
    </message>
    <message>
        <source>Signing in to %1 as %2</source>
        <translation>로그인 중: %1, 사용자 %2</translation>
    </message>
    <message>
        <source>Signs in again by</source>
        <translation>다시 로그인할 기한</translation>
    </message>
    <message>
        <source>Since %1</source>
        <comment>a run</comment>
        <translation>%1 이후</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>크기</translation>
    </message>
    <message>
        <source>Skip this check</source>
        <translation>이 검사 건너뛰기</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>건너뜀</translation>
    </message>
    <message>
        <source>Slack token</source>
        <translation>Slack 토큰</translation>
    </message>
    <message>
        <source>Slow provisioning</source>
        <translation>느린 프로비저닝</translation>
    </message>
    <message>
        <source>Snapshot</source>
        <translation>스냅샷</translation>
    </message>
    <message>
        <source>Some room at home</source>
        <translation>홈의 여유 공간</translation>
    </message>
    <message>
        <source>Somebody else took the port meanwhile: %1 is tried.</source>
        <translation>그동안 다른 프로그램이 포트를 차지했습니다. 시도하는 포트: %1.</translation>
    </message>
    <message>
        <source>Somebody marked this key as never to be trusted again. Mooring does not connect. Nothing was sent: no user name, no key, no password.</source>
        <translation>이 키는 더는 신뢰하지 않도록 표시되어 있습니다. Mooring은 연결하지 않습니다. 사용자 이름, 키, 암호 등 아무것도 보내지 않았습니다.</translation>
    </message>
    <message>
        <source>Somebody stopped its container group in Azure.</source>
        <translation>누군가 Azure에서 컨테이너 그룹을 중지했습니다.</translation>
    </message>
    <message>
        <source>Source folder</source>
        <translation>원본 폴더</translation>
    </message>
    <message>
        <source>Standard input could not be read.</source>
        <translation>표준 입력을 읽지 못했습니다.</translation>
    </message>
    <message>
        <source>Standard input ended before the secret for %1 came.</source>
        <translation>비밀 값이 들어오기 전에 표준 입력이 끝났습니다: %1</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>시작</translation>
    </message>
    <message>
        <source>Start %1</source>
        <comment>a target</comment>
        <translation>시작: %1</translation>
    </message>
    <message>
        <source>Start %1</source>
        <comment>endpoint</comment>
        <translation>%1 시작</translation>
    </message>
    <message>
        <source>Start %1 on %2</source>
        <comment>a script, a target</comment>
        <translation>시작: %1, 계산 대상: %2</translation>
    </message>
    <message>
        <source>Start again when nothing writes to the source folder, or leave the file out with a line in .amlignore.</source>
        <translation>원본 폴더에 쓰는 것이 없을 때 다시 시작하거나 .amlignore에 한 줄을 넣어 그 파일을 빼십시오.</translation>
    </message>
    <message>
        <source>Start files print text without a terminal: %1</source>
        <translation>터미널이 아닌데도 시작 파일이 글을 출력함: %1</translation>
    </message>
    <message>
        <source>Start from something of yours</source>
        <translation>자신의 것으로 시작</translation>
    </message>
    <message>
        <source>Start it by hand to see what it waits for: %1 -c &apos;print(1)&apos;</source>
        <translation>무엇을 기다리는지 보려면 직접 시작하십시오: %1 -c &apos;print(1)&apos;</translation>
    </message>
    <message>
        <source>Start it, or wait until it runs.</source>
        <translation>시작하거나 실행될 때까지 기다리십시오.</translation>
    </message>
    <message>
        <source>Start it.</source>
        <translation>시작하십시오.</translation>
    </message>
    <message>
        <source>Start one and add the key with: ssh-add</source>
        <translation>에이전트를 시작하고 다음 명령으로 키를 추가하십시오: ssh-add</translation>
    </message>
    <message>
        <source>Start page</source>
        <translation>시작 페이지</translation>
    </message>
    <message>
        <source>Start the practice lab</source>
        <translation>연습실 시작</translation>
    </message>
    <message>
        <source>Start the serving version again</source>
        <translation>작동하던 버전을 다시 시작</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>시작한 때</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>시작하는 중</translation>
    </message>
    <message>
        <source>Starting %1</source>
        <translation>시작하는 중: %1</translation>
    </message>
    <message>
        <source>Starting %1</source>
        <comment>an endpoint</comment>
        <translation>시작 중: %1</translation>
    </message>
    <message>
        <source>Starting %1. It costs from now on.</source>
        <translation>시작하는 중: %1. 지금부터 과금됩니다.</translation>
    </message>
    <message>
        <source>Starting the container %1 on 127.0.0.1:%2</source>
        <translation>127.0.0.1:%2에서 컨테이너를 시작합니다: %1</translation>
    </message>
    <message>
        <source>Starting the inference server on 127.0.0.1:%1</source>
        <translation>127.0.0.1:%1에서 추론 서버를 시작합니다</translation>
    </message>
    <message>
        <source>Starting the run</source>
        <translation>실행을 시작하는 중</translation>
    </message>
    <message>
        <source>Starting version %1 for this call.</source>
        <translation>이 호출을 위해 %1번 버전을 시작합니다.</translation>
    </message>
    <message>
        <source>State</source>
        <translation>상태</translation>
    </message>
    <message>
        <source>State at %1</source>
        <comment>a time</comment>
        <translation>%1의 상태</translation>
    </message>
    <message>
        <source>State, as Azure says it</source>
        <translation>상태(Azure의 표현)</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>계속 있기</translation>
    </message>
    <message>
        <source>Stays, because Mooring did not make it: %1.</source>
        <comment>names</comment>
        <translation>Mooring이 만들지 않았으므로 남습니다: %1</translation>
    </message>
    <message>
        <source>Stays: %1</source>
        <comment>a sentence</comment>
        <translation>남음: %1</translation>
    </message>
    <message>
        <source>Stays: the machine&apos;s key under Known machines, and everything outside %1.</source>
        <comment>a folder</comment>
        <translation>남는 것: 알려진 호스트의 키, 그리고 다음 폴더 밖의 모든 것: %1</translation>
    </message>
    <message>
        <source>Stays: the resource itself, with all that is on it.</source>
        <translation>남음: 리소스 자체와 그 안의 모든 것.</translation>
    </message>
    <message>
        <source>Stays: the resource itself, with all that is on it. Only “Detach” is sent.</source>
        <translation>남음: 리소스 자체와 그 안의 모든 것. “Detach”만 보냅니다.</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>단계</translation>
    </message>
    <message>
        <source>Step %1 before it was built anew.</source>
        <translation>앞의 %1단계가 새로 빌드되었습니다.</translation>
    </message>
    <message>
        <source>Step %1 of %2, %3</source>
        <translation>%2단계 가운데 %1단계, %3</translation>
    </message>
    <message>
        <source>Step %1 of %2, %3, done</source>
        <translation>%2단계 가운데 %1단계, %3, 완료</translation>
    </message>
    <message>
        <source>Step %1 took %2. %3</source>
        <translation>%1단계에 %2 걸렸습니다. %3</translation>
    </message>
    <message>
        <source>Step %1: %2</source>
        <translation>%1단계: %2</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>단계</translation>
    </message>
    <message>
        <source>Still on %1</source>
        <comment>a target</comment>
        <translation>아직 남아 있음: %1</translation>
    </message>
    <message>
        <source>Still there</source>
        <translation>아직 있음</translation>
    </message>
    <message>
        <source>Still there: %1, %2</source>
        <translation>아직 있음: %1, %2</translation>
    </message>
    <message>
        <source>Still there: %1: %2</source>
        <translation>아직 있음: %1: %2</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>중지</translation>
    </message>
    <message>
        <source>Stop</source>
        <comment>a measurement</comment>
        <translation>중지</translation>
    </message>
    <message>
        <source>Stop</source>
        <comment>a request</comment>
        <translation>중지</translation>
    </message>
    <message>
        <source>Stop</source>
        <comment>an endpoint</comment>
        <translation>중지</translation>
    </message>
    <message>
        <source>Stop %1</source>
        <comment>a target</comment>
        <translation>중지: %1</translation>
    </message>
    <message>
        <source>Stop %1</source>
        <comment>endpoint</comment>
        <translation>%1 중지</translation>
    </message>
    <message>
        <source>Stop an endpoint and keep it</source>
        <translation>엔드포인트를 중지하고 보관</translation>
    </message>
    <message>
        <source>Stop it, or deploy under its name with --replace.</source>
        <translation>그것을 중지하거나, 같은 이름에 --replace로 배포하십시오.</translation>
    </message>
    <message>
        <source>Stop the build</source>
        <translation>빌드 중단</translation>
    </message>
    <message>
        <source>Stop waiting</source>
        <translation>그만 기다리기</translation>
    </message>
    <message>
        <source>Stop waiting after so many seconds: exit 124</source>
        <translation>이 초가 지나면 기다리지 않음: 종료 코드 124</translation>
    </message>
    <message>
        <source>Stop watching</source>
        <translation>지켜보기 중지</translation>
    </message>
    <message>
        <source>Stop what writes to it, or leave it out with a line in .amlignore: %1</source>
        <translation>그 파일에 쓰는 것을 멈추거나 .amlignore에 한 줄을 넣어 빼십시오: %1</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>중지됨</translation>
    </message>
    <message>
        <source>Stopped before anything was touched. The same thing is not attached twice.</source>
        <translation>아무것도 건드리기 전에 멈췄습니다. 같은 대상은 두 번 연결되지 않습니다.</translation>
    </message>
    <message>
        <source>Stopped before it was done, as asked.</source>
        <translation>요청에 따라 끝나기 전에 중지했습니다.</translation>
    </message>
    <message>
        <source>Stopped. Nothing runs.</source>
        <translation>중지했습니다. 실행 중인 것이 없습니다.</translation>
    </message>
    <message>
        <source>Stopped. Nothing was attached.</source>
        <translation>중지했습니다. 아무것도 연결되지 않았습니다.</translation>
    </message>
    <message>
        <source>Stopped. There is no way to go on from this page.</source>
        <translation>중지되었습니다. 이 페이지에서는 계속할 수 없습니다.</translation>
    </message>
    <message>
        <source>Stopping</source>
        <translation>중지하는 중</translation>
    </message>
    <message>
        <source>Stopping %1.</source>
        <comment>a target</comment>
        <translation>중지하는 중: %1.</translation>
    </message>
    <message>
        <source>Stop…</source>
        <translation>중지…</translation>
    </message>
    <message>
        <source>Storage</source>
        <translation>스토리지</translation>
    </message>
    <message>
        <source>Struck</source>
        <translation>일어난 횟수</translation>
    </message>
    <message>
        <source>Subscription</source>
        <translation>구독</translation>
    </message>
    <message>
        <source>Subscription, region</source>
        <translation>구독, 지역</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>요약</translation>
    </message>
    <message>
        <source>Swagger address</source>
        <translation>Swagger 주소</translation>
    </message>
    <message>
        <source>System</source>
        <translation>시스템</translation>
    </message>
    <message>
        <source>System&apos;s</source>
        <translation>시스템</translation>
    </message>
    <message>
        <source>TCP connection</source>
        <translation>TCP 연결</translation>
    </message>
    <message>
        <source>TERM to all processes of the run, KILL after %1 s.</source>
        <translation>실행의 모든 프로세스에 TERM, %1초 뒤 KILL</translation>
    </message>
    <message>
        <source>TLS cannot be used here.</source>
        <translation>여기에서는 TLS를 사용할 수 없습니다.</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>표(*.csv)</translation>
    </message>
    <message>
        <source>Tabs</source>
        <translation>탭</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>태그</translation>
    </message>
    <message>
        <source>Tags (!) are not read here. Put the value in quotes if it begins with one.</source>
        <translation>태그(!)는 여기서 읽지 않습니다. 값이 이 문자로 시작하면 따옴표로 묶으십시오.</translation>
    </message>
    <message>
        <source>Take %1 out of the configuration for this machine.</source>
        <translation>이 컴퓨터의 설정에서 %1 항목을 빼십시오.</translation>
    </message>
    <message>
        <source>Take it off the list (nothing changes in Azure)</source>
        <translation>목록에서 빼기(Azure에서는 바뀌지 않음)</translation>
    </message>
    <message>
        <source>Take the line out: the source folder itself is on Python&apos;s path in a run. Or name a built wheel (.whl).</source>
        <translation>그 줄을 빼십시오. 원본 폴더는 실행에서 Python 경로에 들어 있습니다. 또는 빌드된 휠(.whl)을 지정하십시오.</translation>
    </message>
    <message>
        <source>Takes the token of az on this computer. Mooring keeps nothing of it.</source>
        <translation>이 컴퓨터에 있는 az의 토큰을 씁니다. Mooring은 보관하지 않습니다.</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>계산 대상</translation>
    </message>
    <message>
        <source>Targets</source>
        <translation>대상</translation>
    </message>
    <message>
        <source>Targets and runs</source>
        <translation>계산 대상과 실행</translation>
    </message>
    <message>
        <source>Targets of the kind “%1” are not attached: %2</source>
        <translation>연결로 만들지 않는 종류입니다: “%1”. %2</translation>
    </message>
    <message>
        <source>Tenant</source>
        <translation>테넌트</translation>
    </message>
    <message>
        <source>Tenant, application ID</source>
        <translation>테넌트, 애플리케이션 ID</translation>
    </message>
    <message>
        <source>Tenant, application ID and a client secret. No person is asked.</source>
        <translation>테넌트, 애플리케이션 ID, 클라이언트 비밀. 사람에게 묻지 않습니다.</translation>
    </message>
    <message>
        <source>Tenant: its id or domain</source>
        <translation>테넌트: ID 또는 도메인</translation>
    </message>
    <message>
        <source>Tenants and subscriptions</source>
        <translation>테넌트와 구독</translation>
    </message>
    <message>
        <source>Tenants, their subscriptions, and the workspaces in these. Each is shown as it comes.</source>
        <translation>테넌트, 구독, 그 안의 작업 영역을 읽습니다. 오는 대로 보여 줍니다.</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>테스트</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>글자 크기</translation>
    </message>
    <message>
        <source>The Azure CLI (az) is not installed on this computer.</source>
        <translation>이 컴퓨터에 Azure CLI(az)가 설치되어 있지 않습니다.</translation>
    </message>
    <message>
        <source>The Azure CLI did not answer within %1.</source>
        <translation>Azure CLI가 제한 시간 안에 응답하지 않았습니다: %1.</translation>
    </message>
    <message>
        <source>The Azure CLI gave no token.</source>
        <translation>Azure CLI가 토큰을 주지 않았습니다.</translation>
    </message>
    <message>
        <source>The Databricks workspace at %1.</source>
        <translation>%1의 Databricks 작업 영역입니다.</translation>
    </message>
    <message>
        <source>The Databricks workspace does not say its address.</source>
        <translation>Databricks 작업 영역이 주소를 알려 주지 않습니다.</translation>
    </message>
    <message>
        <source>The Databricks workspace is in the state %1.</source>
        <translation>Databricks 작업 영역이 %1 상태입니다.</translation>
    </message>
    <message>
        <source>The Docker context %1, set by %2, cannot be read.</source>
        <translation>Docker 컨텍스트를 읽을 수 없습니다: %1(정한 곳: %2)</translation>
    </message>
    <message>
        <source>The Dockerfile</source>
        <translation>Dockerfile</translation>
    </message>
    <message>
        <source>The MLflow model’s own: %1.</source>
        <translation>MLflow 모델 자체의 파일: %1.</translation>
    </message>
    <message>
        <source>The SSH agent cannot be reached: %1</source>
        <translation>SSH 에이전트에 연결할 수 없습니다: %1</translation>
    </message>
    <message>
        <source>The SSH agent did not answer within %1 s.</source>
        <translation>SSH 에이전트가 %1초 안에 응답하지 않았습니다.</translation>
    </message>
    <message>
        <source>The SSH agent ended the conversation.</source>
        <translation>SSH 에이전트가 대화를 끝냈습니다.</translation>
    </message>
    <message>
        <source>The SSH agent gave an answer that makes no sense.</source>
        <translation>SSH 에이전트의 응답을 이해할 수 없습니다.</translation>
    </message>
    <message>
        <source>The SSH agent refused to sign with the key “%1”.</source>
        <translation>SSH 에이전트가 이 키로 서명하기를 거부했습니다: “%1”.</translation>
    </message>
    <message>
        <source>The SSH configuration for %1 uses %2 (%3), which Mooring cannot follow.</source>
        <translation>%1의 SSH 설정에 Mooring이 따를 수 없는 %2 항목이 있습니다(%3).</translation>
    </message>
    <message>
        <source>The SSH configuration for %1 uses %2, which Mooring cannot follow.</source>
        <translation>%1의 SSH 설정에 Mooring이 따를 수 없는 %2 항목이 있습니다.</translation>
    </message>
    <message>
        <source>The SSH configuration gives no usable address: %1@%2, port %3.</source>
        <translation>SSH 설정의 주소를 쓸 수 없습니다: %1@%2, 포트 %3.</translation>
    </message>
    <message>
        <source>The SSH user with its password or key goes to Azure ML, which signs in from its own addresses and adds a key of its own to the cluster.</source>
        <translation>SSH 사용자와 암호 또는 키가 Azure ML로 갑니다. Azure ML은 자신의 주소에서 로그인하여 자신의 키를 클러스터에 추가합니다.</translation>
    </message>
    <message>
        <source>The access token goes to Azure ML. Who may list the keys of the workspace&apos;s computes can read it there.</source>
        <translation>액세스 토큰이 Azure ML로 갑니다. 작업 영역 계산 대상의 키를 나열할 권한이 있는 사람은 거기서 토큰을 읽을 수 있습니다.</translation>
    </message>
    <message>
        <source>The access token of the Databricks workspace is missing.</source>
        <translation>Databricks 작업 영역의 액세스 토큰이 없습니다.</translation>
    </message>
    <message>
        <source>The account has no home folder.</source>
        <translation>계정에 홈 폴더가 없습니다.</translation>
    </message>
    <message>
        <source>The account is in the state %1.</source>
        <translation>계정이 %1 상태입니다.</translation>
    </message>
    <message>
        <source>The account was not signed out.</source>
        <translation>계정에서 로그아웃하지 못했습니다.</translation>
    </message>
    <message>
        <source>The address %1 is public and plain HTTP: whoever reads the traffic reads requests, answers and the key, which alone guards it. It costs until the endpoint is stopped.</source>
        <translation>주소 %1: 공개된 주소이고 암호화되지 않은 HTTP입니다. 통신을 엿보는 사람은 요청과 응답, 그리고 유일한 보호 수단인 키를 읽을 수 있습니다. 엔드포인트를 중지할 때까지 과금됩니다.</translation>
    </message>
    <message>
        <source>The address is empty.</source>
        <translation>주소가 비어 있습니다.</translation>
    </message>
    <message>
        <source>The address is too long.</source>
        <translation>주소가 너무 깁니다.</translation>
    </message>
    <message>
        <source>The address that Azure gave has expired or does not allow this: try again.</source>
        <translation>Azure가 준 주소가 만료되었거나 이 작업을 허용하지 않습니다. 다시 시도하십시오.</translation>
    </message>
    <message>
        <source>The answer cannot be read as JSON.</source>
        <translation>응답을 JSON으로 읽을 수 없습니다.</translation>
    </message>
    <message>
        <source>The answer has no address.</source>
        <translation>답에 주소가 없습니다.</translation>
    </message>
    <message>
        <source>The answer has none.</source>
        <translation>응답에 들어 있지 않습니다.</translation>
    </message>
    <message>
        <source>The answer is nested deeper than anything that Azure sends.</source>
        <translation>응답이 Azure가 보내는 어떤 것보다도 깊게 중첩되어 있습니다.</translation>
    </message>
    <message>
        <source>The answer is no compute.</source>
        <translation>답이 계산 대상이 아닙니다.</translation>
    </message>
    <message>
        <source>The answer is no endpoint.</source>
        <translation>응답이 엔드포인트가 아닙니다.</translation>
    </message>
    <message>
        <source>The answer is no job.</source>
        <translation>답이 작업이 아닙니다.</translation>
    </message>
    <message>
        <source>The answer is no list.</source>
        <translation>응답이 목록이 아닙니다.</translation>
    </message>
    <message>
        <source>The answer is not HTTP as it should be.</source>
        <translation>응답이 올바른 HTTP가 아닙니다.</translation>
    </message>
    <message>
        <source>The answer of %1 broke off before its end.</source>
        <translation>응답이 끝나기 전에 끊겼습니다: %1</translation>
    </message>
    <message>
        <source>The answer of %1 is larger than anything it should send, and was not read.</source>
        <translation>응답이 보내야 할 것보다 커서 읽지 않았습니다: %1</translation>
    </message>
    <message>
        <source>The answer of the remote shell was cut off.</source>
        <translation>원격 셸의 응답이 중간에 끊겼습니다.</translation>
    </message>
    <message>
        <source>The answers differ.</source>
        <translation>응답이 다릅니다.</translation>
    </message>
    <message>
        <source>The base image %1 has changed.</source>
        <translation>%1 기본 이미지가 바뀌었습니다.</translation>
    </message>
    <message>
        <source>The base image with the inference server in it.</source>
        <translation>추론 서버를 넣은 기본 이미지.</translation>
    </message>
    <message>
        <source>The body is empty.</source>
        <translation>본문이 비어 있습니다.</translation>
    </message>
    <message>
        <source>The body is too long to stand in a script.</source>
        <translation>본문이 길어 스크립트에 넣을 수 없습니다.</translation>
    </message>
    <message>
        <source>The build log says more: mooring endpoint-logs %1 --name build</source>
        <translation>자세한 내용은 빌드 로그에 있습니다: mooring endpoint-logs %1 --name build</translation>
    </message>
    <message>
        <source>The build was stopped.</source>
        <translation>빌드가 중단되었습니다.</translation>
    </message>
    <message>
        <source>The cancel is kept and waits for %1. It is carried out as soon as Mooring reaches it again.</source>
        <translation>취소 요청을 보관했으며 %1 응답을 기다립니다. Mooring이 다시 연결되면 바로 실행합니다.</translation>
    </message>
    <message>
        <source>The cancel waits for %1 to answer.</source>
        <translation>취소가 %1 응답을 기다리고 있습니다.</translation>
    </message>
    <message>
        <source>The cause is deep inside</source>
        <translation>원인이 깊이 들어 있음</translation>
    </message>
    <message>
        <source>The certificate of %1 is not trusted.</source>
        <translation>%1의 인증서를 신뢰할 수 없습니다.</translation>
    </message>
    <message>
        <source>The checks are: %1.</source>
        <translation>검사 항목: %1</translation>
    </message>
    <message>
        <source>The checks did not reach their end.</source>
        <translation>검사가 끝까지 가지 못했습니다.</translation>
    </message>
    <message>
        <source>The checks wait for one answer from you.</source>
        <translation>검사가 답변을 기다리고 있습니다.</translation>
    </message>
    <message>
        <source>The clock of this computer differs from that of %1 by %2 minutes: set it right.</source>
        <translation>이 컴퓨터의 시계가 %2분 어긋나 있습니다(비교 대상: %1). 시계를 맞추십시오.</translation>
    </message>
    <message>
        <source>The cluster is in the state %1.</source>
        <translation>클러스터가 %1 상태입니다.</translation>
    </message>
    <message>
        <source>The cluster is stopped.</source>
        <translation>클러스터가 중지되어 있습니다.</translation>
    </message>
    <message>
        <source>The cluster is there. It needs the extension of Azure ML.</source>
        <translation>클러스터가 있습니다. Azure ML 확장이 설치되어 있어야 합니다.</translation>
    </message>
    <message>
        <source>The cluster login, not the SSH user.</source>
        <translation>SSH 사용자가 아니라 클러스터 로그인입니다.</translation>
    </message>
    <message>
        <source>The cluster says no address for SSH.</source>
        <translation>클러스터가 SSH 주소를 알려 주지 않습니다.</translation>
    </message>
    <message>
        <source>The cluster&apos;s resource ID and the namespace go to Azure ML, whose extension must be on the cluster.</source>
        <translation>클러스터의 리소스 ID와 네임스페이스가 Azure ML로 갑니다. 클러스터에 Azure ML 확장이 있어야 합니다.</translation>
    </message>
    <message>
        <source>The code as it is now is being tried. An earlier version goes on until it answers.</source>
        <translation>지금의 코드를 시험하고 있습니다. 응답할 때까지 이전 버전이 계속 작동합니다.</translation>
    </message>
    <message>
        <source>The code could not be registered.</source>
        <translation>코드를 등록하지 못했습니다.</translation>
    </message>
    <message>
        <source>The code has %1: data is better kept in a datastore.</source>
        <translation>코드가 %1입니다. 데이터는 데이터 저장소에 두는 것이 좋습니다.</translation>
    </message>
    <message>
        <source>The code has expired.</source>
        <translation>코드가 만료되었습니다.</translation>
    </message>
    <message>
        <source>The code is copied, the environment is built if it is not there, and the inference server starts as a process.</source>
        <translation>코드가 복사되고, 환경이 없으면 빌드되며, 추론 서버가 프로세스로 시작됩니다.</translation>
    </message>
    <message>
        <source>The code stays: %1</source>
        <translation>코드는 그대로 남습니다: %1</translation>
    </message>
    <message>
        <source>The command line could not be understood: %1.</source>
        <translation>명령줄을 이해할 수 없습니다: %1</translation>
    </message>
    <message>
        <source>The command line does the same things: mooring --help.</source>
        <translation>명령줄로도 같은 일을 할 수 있습니다: mooring --help</translation>
    </message>
    <message>
        <source>The command on %1</source>
        <translation>%1의 명령</translation>
    </message>
    <message>
        <source>The computer was restarted while the run was going on.</source>
        <translation>실행 중에 컴퓨터가 다시 시작되었습니다.</translation>
    </message>
    <message>
        <source>The conda file cannot be read.</source>
        <translation>conda 파일을 읽을 수 없습니다.</translation>
    </message>
    <message>
        <source>The connection to %1 ended during the sign-in.</source>
        <translation>로그인 중에 연결이 끝났습니다: %1.</translation>
    </message>
    <message>
        <source>The connection to %1 was closed here.</source>
        <translation>이쪽에서 연결을 닫았습니다: %1.</translation>
    </message>
    <message>
        <source>The connection to %1 was closed, because nothing used it.</source>
        <translation>사용하지 않아 연결을 닫았습니다: %1.</translation>
    </message>
    <message>
        <source>The connection to %1 was cut off.</source>
        <translation>%1 연결이 끊어졌습니다.</translation>
    </message>
    <message>
        <source>The connection to %1 was lost.</source>
        <translation>연결이 끊겼습니다: %1.</translation>
    </message>
    <message>
        <source>The connection to port %2 of %1 ended early.</source>
        <translation>연결이 일찍 끝났습니다: %1, 포트 %2.</translation>
    </message>
    <message>
        <source>The connection, its settings and its provisioning log go. The machine keeps running.</source>
        <translation>연결과 설정, 프로비저닝 로그를 지웁니다. 원격 컴퓨터는 계속 작동합니다.</translation>
    </message>
    <message>
        <source>The container group %1 could not be deleted.</source>
        <translation>컨테이너 그룹을 삭제할 수 없습니다: %1</translation>
    </message>
    <message>
        <source>The container group %1 could not be made.</source>
        <translation>컨테이너 그룹을 만들 수 없습니다: %1</translation>
    </message>
    <message>
        <source>The container group %1 could not be read.</source>
        <translation>컨테이너 그룹을 읽을 수 없습니다: %1</translation>
    </message>
    <message>
        <source>The container group %1 does not have Mooring&apos;s tag: it is left alone.</source>
        <translation>컨테이너 그룹에 Mooring의 태그가 없어서 그대로 두었습니다: %1</translation>
    </message>
    <message>
        <source>The container group %1 is gone from Azure.</source>
        <translation>Azure에서 컨테이너 그룹이 삭제되었습니다: %1</translation>
    </message>
    <message>
        <source>The copy of %1 could not be written.</source>
        <translation>복사본을 쓸 수 없습니다: %1</translation>
    </message>
    <message>
        <source>The copy of %1 could not be written. The snapshot was not made and nothing of it was kept.</source>
        <translation>복사본을 쓸 수 없습니다: %1. 스냅샷을 만들지 않았고 아무것도 남기지 않았습니다.</translation>
    </message>
    <message>
        <source>The copy of what the run prints, %1, could not be written.</source>
        <translation>실행이 출력하는 내용의 복사본을 쓸 수 없습니다: %1.</translation>
    </message>
    <message>
        <source>The current context</source>
        <translation>현재 컨텍스트</translation>
    </message>
    <message>
        <source>The day after</source>
        <translation>다음 날</translation>
    </message>
    <message>
        <source>The day before</source>
        <translation>이전 날</translation>
    </message>
    <message numerus="yes">
        <source>The deepest of %n nested messages.</source>
        <translation>
            <numerusform>중첩된 메시지 %n개 중 가장 안쪽입니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>The deployment %1 failed.</source>
        <translation>배포가 실패했습니다: %1</translation>
    </message>
    <message>
        <source>The deployments of the online endpoint %1 could not be listed.</source>
        <translation>온라인 엔드포인트의 배포 목록을 가져오지 못했습니다: %1</translation>
    </message>
    <message>
        <source>The desktop refused. Allow Mooring to use the keychain, then look again.</source>
        <translation>데스크톱이 거부했습니다. Mooring이 키체인을 쓰도록 허용한 뒤 다시 보십시오.</translation>
    </message>
    <message>
        <source>The desktop’s</source>
        <translation>데스크톱 설정</translation>
    </message>
    <message>
        <source>The diagnosis could not be packed.</source>
        <translation>진단을 묶을 수 없었습니다.</translation>
    </message>
    <message>
        <source>The disk of %1 has no room for the snapshot. Nothing of it is seen there.</source>
        <translation>디스크에 스냅샷을 둘 공간이 없습니다: %1. 그곳에는 아무것도 나타나지 않습니다.</translation>
    </message>
    <message>
        <source>The disk that holds the workspace is full.</source>
        <translation>작업 영역이 있는 디스크가 가득 찼습니다.</translation>
    </message>
    <message>
        <source>The disk that holds the workspace is full. Nothing was changed.</source>
        <translation>작업 영역이 있는 디스크가 가득 찼습니다. 아무것도 바꾸지 않았습니다.</translation>
    </message>
    <message>
        <source>The disk that holds the workspace reported an error.</source>
        <translation>작업 영역이 있는 디스크가 오류를 알렸습니다.</translation>
    </message>
    <message>
        <source>The docker command on %1 ended before the engine answered.</source>
        <translation>엔진이 응답하기 전에 %1의 docker 명령이 끝났습니다.</translation>
    </message>
    <message>
        <source>The endpoint %1 asks for “%2”, which Mooring does not know.</source>
        <translation>엔드포인트 %1: Mooring이 모르는 인증 방식 “%2” 사용 중입니다.</translation>
    </message>
    <message>
        <source>The endpoint %1 does not have the port %2.</source>
        <translation>엔드포인트 %1의 포트는 %2번이 아닙니다.</translation>
    </message>
    <message>
        <source>The endpoint %1 does not run: it is %2.</source>
        <translation>실행 중이 아닌 엔드포인트입니다: %1(%2)</translation>
    </message>
    <message>
        <source>The endpoint %1 has no scoring address: it is “%2”.</source>
        <translation>엔드포인트 %1: 채점 주소가 없습니다. 상태는 “%2”입니다.</translation>
    </message>
    <message>
        <source>The endpoint %1 has no version %2.</source>
        <translation>엔드포인트 %1에 %2번 버전이 없습니다.</translation>
    </message>
    <message>
        <source>The endpoint %1 has no version to reload.</source>
        <translation>다시 배포할 버전이 없는 엔드포인트입니다: %1</translation>
    </message>
    <message>
        <source>The endpoint %1 is stopped and gives its port away.</source>
        <translation>엔드포인트가 중지되고 포트를 넘겨줍니다: %1.</translation>
    </message>
    <message>
        <source>The endpoint %1 runs in “%2”.</source>
        <translation>엔드포인트 %1의 실행 방식은 “%2”입니다.</translation>
    </message>
    <message>
        <source>The endpoint %1 was made by %2: Mooring shows it and changes nothing of it.</source>
        <translation>%1 엔드포인트는 %2에서 만들었습니다. Mooring은 보여 주기만 하고 바꾸지 않습니다.</translation>
    </message>
    <message>
        <source>The endpoint answered with %1.</source>
        <translation>엔드포인트의 응답이 %1입니다.</translation>
    </message>
    <message>
        <source>The endpoint did not answer within %1.</source>
        <translation>엔드포인트가 다음 시간 안에 응답하지 않았습니다: %1</translation>
    </message>
    <message>
        <source>The endpoint was not built here before.</source>
        <translation>이 엔드포인트는 여기에서 빌드된 적이 없습니다.</translation>
    </message>
    <message>
        <source>The endpoint&apos;s key is in the keychain, as %1.</source>
        <translation>엔드포인트 키를 키체인에 저장했습니다: %1</translation>
    </message>
    <message>
        <source>The endpoints are: %1.</source>
        <translation>엔드포인트: %1</translation>
    </message>
    <message>
        <source>The engine at %1 (%2) cannot be used.</source>
        <translation>%1 (%2)의 엔진을 사용할 수 없습니다.</translation>
    </message>
    <message>
        <source>The engine at %1 (%2) is not used without TLS: whoever can reach it rules that machine.</source>
        <translation>%1 (%2)의 엔진은 TLS 없이 사용하지 않습니다. 그곳에 닿을 수 있는 누구나 그 컴퓨터를 제어할 수 있습니다.</translation>
    </message>
    <message>
        <source>The engine at %1 (%2) is not used: its certificate would not be checked, and whoever poses as it would rule what runs.</source>
        <translation>%1 (%2)의 엔진은 사용하지 않습니다. 인증서를 확인하지 않으므로 엔진을 사칭하는 누구나 실행을 제어할 수 있습니다.</translation>
    </message>
    <message>
        <source>The engine at %1 is on another computer, where an endpoint&apos;s port cannot be reached from here.</source>
        <translation>%1의 엔진은 다른 컴퓨터에 있어 여기에서 엔드포인트의 포트에 연결할 수 없습니다.</translation>
    </message>
    <message>
        <source>The engine does not get to the registry of %1.</source>
        <translation>엔진이 %1의 레지스트리에 연결하지 못합니다.</translation>
    </message>
    <message>
        <source>The engine does not trust the registry of %1.</source>
        <translation>엔진이 %1의 레지스트리를 신뢰하지 않습니다.</translation>
    </message>
    <message>
        <source>The engine ended the build without an image.</source>
        <translation>엔진이 이미지 없이 빌드를 끝냈습니다.</translation>
    </message>
    <message>
        <source>The engine had no such layer in its cache.</source>
        <translation>엔진의 캐시에 해당 레이어가 없었습니다.</translation>
    </message>
    <message>
        <source>The engine went away while it built the image.</source>
        <translation>이미지를 빌드하는 동안 엔진이 사라졌습니다.</translation>
    </message>
    <message>
        <source>The engine&apos;s answer cannot be understood.</source>
        <translation>엔진의 응답을 해석할 수 없습니다.</translation>
    </message>
    <message>
        <source>The engine&apos;s disk is full.</source>
        <translation>엔진의 디스크가 가득 찼습니다.</translation>
    </message>
    <message>
        <source>The environment</source>
        <translation>환경</translation>
    </message>
    <message>
        <source>The environment %1 is being built. Nothing was deleted.</source>
        <translation>환경을 빌드하는 중입니다: %1. 아무것도 삭제하지 않았습니다.</translation>
    </message>
    <message>
        <source>The environment %1 is new: Azure ML builds its image before the first run.</source>
        <translation>%1 환경은 새것입니다. Azure ML이 첫 실행 전에 이미지를 빌드합니다.</translation>
    </message>
    <message>
        <source>The environment %1 is used again.</source>
        <translation>%1 환경을 다시 씁니다.</translation>
    </message>
    <message>
        <source>The environment could not be built (exit code %1). The build log says why.</source>
        <translation>환경을 빌드하지 못했습니다(종료 코드 %1). 이유는 빌드 로그에 있습니다.</translation>
    </message>
    <message>
        <source>The environment could not be built (exit code %1): %2</source>
        <translation>환경을 빌드하지 못했습니다(종료 코드 %1): %2</translation>
    </message>
    <message>
        <source>The environment could not be looked for.</source>
        <translation>환경을 찾을 수 없습니다.</translation>
    </message>
    <message>
        <source>The environment could not be made.</source>
        <translation>환경을 만들지 못했습니다.</translation>
    </message>
    <message>
        <source>The environment has no module %1</source>
        <translation>환경에 모듈이 없음: %1</translation>
    </message>
    <message>
        <source>The environment has no variable %1.</source>
        <translation>환경 변수가 없습니다: %1</translation>
    </message>
    <message>
        <source>The environment is built, if it is not there yet.</source>
        <translation>환경이 아직 없으면 빌드합니다.</translation>
    </message>
    <message>
        <source>The environment is empty.</source>
        <translation>환경이 비어 있습니다.</translation>
    </message>
    <message>
        <source>The environment is fine. The scoring script failed in init().</source>
        <translation>환경은 정상입니다. 채점 스크립트가 init()에서 실패했습니다.</translation>
    </message>
    <message>
        <source>The environment is made in the workspace, if it is not there yet.</source>
        <translation>환경이 아직 없으면 작업 영역에 만듭니다.</translation>
    </message>
    <message>
        <source>The environment is the MLflow model&apos;s own: %1</source>
        <translation>MLflow 모델에 있는 환경을 씁니다: %1</translation>
    </message>
    <message>
        <source>The environment of the endpoint could not be built.</source>
        <translation>엔드포인트의 환경을 빌드하지 못했습니다.</translation>
    </message>
    <message>
        <source>The environment was not removed.</source>
        <translation>환경을 제거하지 못했습니다.</translation>
    </message>
    <message>
        <source>The environments could not be read.</source>
        <translation>환경을 읽을 수 없습니다.</translation>
    </message>
    <message>
        <source>The environments of %1 could not be listed.</source>
        <translation>환경 목록을 읽을 수 없습니다: %1</translation>
    </message>
    <message>
        <source>The failed container is gone, its log is kept; nothing was replaced.</source>
        <translation>실패한 컨테이너는 제거되었고 로그는 남아 있습니다. 아무것도 교체되지 않았습니다.</translation>
    </message>
    <message>
        <source>The failed process has ended, its log is kept; nothing was replaced.</source>
        <translation>실패한 프로세스는 끝났고 로그는 남아 있습니다. 아무것도 교체되지 않았습니다.</translation>
    </message>
    <message>
        <source>The faults were not changed.</source>
        <translation>장애를 바꾸지 못했습니다.</translation>
    </message>
    <message>
        <source>The fields are: %1.</source>
        <translation>필드: %1</translation>
    </message>
    <message>
        <source>The file %1 could not be looked for.</source>
        <translation>파일이 있는지 확인할 수 없습니다: %1</translation>
    </message>
    <message>
        <source>The file %1 could not be sent.</source>
        <translation>%1 파일을 보내지 못했습니다.</translation>
    </message>
    <message>
        <source>The file has changed since</source>
        <translation>그 뒤 파일이 바뀌었습니다</translation>
    </message>
    <message>
        <source>The file has no row %1.</source>
        <translation>파일에 %1행이 없습니다.</translation>
    </message>
    <message>
        <source>The file holds more than one YAML document.</source>
        <translation>파일에 YAML 문서가 둘 이상 있습니다.</translation>
    </message>
    <message>
        <source>The file is read-only.</source>
        <translation>파일이 읽기 전용입니다.</translation>
    </message>
    <message>
        <source>The file of a target says its kind and its name.</source>
        <translation>계산 대상 파일에는 종류와 이름이 있어야 합니다.</translation>
    </message>
    <message>
        <source>The file of settings is empty.</source>
        <translation>설정 파일이 비어 있습니다.</translation>
    </message>
    <message>
        <source>The file of trusted certificates has none in it.</source>
        <translation>신뢰할 인증서 파일에 인증서가 없습니다.</translation>
    </message>
    <message>
        <source>The file transfer with %1</source>
        <translation>%1의 파일 전송</translation>
    </message>
    <message>
        <source>The file was replaced at %1; before, it had %2. Shown is the new one.</source>
        <translation>%1에 파일이 바뀌었습니다. 그 전에는 %2였습니다. 새 파일을 표시합니다.</translation>
    </message>
    <message>
        <source>The file was shortened at %1; before, it had %2. Shown is what it holds now.</source>
        <translation>%1에 파일이 짧아졌습니다. 그 전에는 %2였습니다. 지금 들어 있는 것을 표시합니다.</translation>
    </message>
    <message>
        <source>The files are copied into the run&apos;s own folder.</source>
        <translation>파일을 실행 자체의 폴더로 복사합니다.</translation>
    </message>
    <message>
        <source>The files are not known yet.</source>
        <translation>파일을 아직 모릅니다.</translation>
    </message>
    <message>
        <source>The files could not be looked at</source>
        <translation>파일을 살펴볼 수 없음</translation>
    </message>
    <message>
        <source>The files could not be packed for the engine.</source>
        <translation>엔진에 보낼 파일을 묶지 못했습니다.</translation>
    </message>
    <message>
        <source>The files go to the storage of the workspace, once for each content.</source>
        <translation>파일을 작업 영역의 저장소로 보냅니다. 같은 내용은 한 번만 보냅니다.</translation>
    </message>
    <message>
        <source>The files of version %1 are gone.</source>
        <translation>버전 %1의 파일이 없어졌습니다.</translation>
    </message>
    <message>
        <source>The files that say who supervises the run are damaged.</source>
        <translation>실행을 감독하는 프로세스를 적은 파일이 손상되었습니다.</translation>
    </message>
    <message>
        <source>The files that say who supervises the run are gone.</source>
        <translation>실행을 감독하는 프로세스를 적은 파일이 없어졌습니다.</translation>
    </message>
    <message numerus="yes">
        <source>The filter hides %n run(s).</source>
        <translation>
            <numerusform>필터가 실행 %n개를 숨깁니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>The filter hides every file of this folder.</source>
        <translation>거르기 때문에 이 폴더의 파일이 모두 숨겨졌습니다.</translation>
    </message>
    <message>
        <source>The folder %1</source>
        <translation>폴더 %1</translation>
    </message>
    <message>
        <source>The folder %1 cannot be read. Check its permissions.</source>
        <translation>폴더를 읽을 수 없습니다: %1. 권한을 확인하십시오.</translation>
    </message>
    <message>
        <source>The folder %1 could not be created.</source>
        <translation>폴더를 만들 수 없습니다: %1</translation>
    </message>
    <message>
        <source>The folder %1 could not be listed on %2.</source>
        <translation>%2에서 폴더 목록을 읽을 수 없습니다: %1</translation>
    </message>
    <message>
        <source>The folder %1 could not be listed.</source>
        <translation>폴더의 목록을 읽을 수 없습니다: %1</translation>
    </message>
    <message>
        <source>The folder %1 could not be prepared.</source>
        <translation>폴더를 준비하지 못했습니다: %1</translation>
    </message>
    <message>
        <source>The folder %1 does not exist.</source>
        <translation>폴더가 없습니다: %1</translation>
    </message>
    <message>
        <source>The folder %1 is open to other users and could not be made private.</source>
        <translation>폴더가 다른 사용자에게 열려 있으며 비공개로 만들 수 없습니다: %1</translation>
    </message>
    <message>
        <source>The folder %1 is there already; a snapshot is made once.</source>
        <translation>폴더가 이미 있습니다: %1. 스냅샷은 한 번만 만듭니다.</translation>
    </message>
    <message>
        <source>The folder %1 was open to other users. It is private now.</source>
        <translation>폴더가 다른 사용자에게 열려 있었습니다: %1. 이제 비공개입니다.</translation>
    </message>
    <message>
        <source>The folder has no file that would go to Azure ML.</source>
        <translation>폴더에 Azure ML로 보낼 파일이 없습니다.</translation>
    </message>
    <message>
        <source>The folder of %1 is not there any more. The snapshot was not made.</source>
        <translation>폴더가 더 이상 없습니다: %1. 스냅샷을 만들지 않았습니다.</translation>
    </message>
    <message>
        <source>The folder of the run, %1, could not be created.</source>
        <translation>실행의 폴더를 만들 수 없습니다: %1</translation>
    </message>
    <message>
        <source>The folder that holds all runs is not there. Its disk may not be mounted.</source>
        <translation>모든 실행이 들어 있는 폴더가 없습니다. 디스크가 마운트되지 않았을 수 있습니다.</translation>
    </message>
    <message>
        <source>The folder that holds the script. A copy of it is what runs.</source>
        <translation>스크립트가 있는 폴더입니다. 그 복사본이 실행됩니다.</translation>
    </message>
    <message>
        <source>The home folder on the machine is not known.</source>
        <translation>그 컴퓨터의 홈 폴더를 알 수 없습니다.</translation>
    </message>
    <message>
        <source>The host key was not accepted; nothing was sent.</source>
        <translation>호스트 키가 수락되지 않아 아무것도 보내지 않았습니다.</translation>
    </message>
    <message>
        <source>The host&apos;s answer about its runs cannot be read.</source>
        <translation>실행에 대한 호스트의 응답을 읽을 수 없습니다.</translation>
    </message>
    <message>
        <source>The host&apos;s answer about the run was cut off.</source>
        <translation>실행에 대한 호스트의 응답이 잘렸습니다.</translation>
    </message>
    <message>
        <source>The host&apos;s answer cannot be read.</source>
        <translation>호스트의 응답을 읽을 수 없습니다.</translation>
    </message>
    <message>
        <source>The host&apos;s answer to the start of the run cannot be read.</source>
        <translation>실행 시작에 대한 호스트의 응답을 읽을 수 없습니다.</translation>
    </message>
    <message>
        <source>The host&apos;s report about the run&apos;s processes was cut off.</source>
        <translation>실행의 프로세스에 대한 호스트의 보고가 잘렸습니다.</translation>
    </message>
    <message>
        <source>The image %1 could not be pulled.</source>
        <translation>%1 이미지를 가져오지 못했습니다.</translation>
    </message>
    <message>
        <source>The image %1 is reused: same content.</source>
        <translation>내용이 같아 이미지를 다시 씁니다: %1</translation>
    </message>
    <message>
        <source>The image (%1) does not say Ubuntu, the only system that Azure ML supports.</source>
        <translation>이미지(%1)가 Ubuntu라고 하지 않습니다. Azure ML은 Ubuntu만 지원합니다.</translation>
    </message>
    <message>
        <source>The image could not be built.</source>
        <translation>이미지를 빌드하지 못했습니다.</translation>
    </message>
    <message>
        <source>The image is fine. Its scoring script failed in init().</source>
        <translation>이미지는 정상입니다. 채점 스크립트가 init()에서 실패했습니다.</translation>
    </message>
    <message>
        <source>The image of the endpoint could not be built.</source>
        <translation>엔드포인트의 이미지를 빌드하지 못했습니다.</translation>
    </message>
    <message>
        <source>The image of the endpoint could not be built: a program in it does not trust a certificate, as happens behind a proxy that looks into TLS.</source>
        <translation>엔드포인트의 이미지를 빌드하지 못했습니다. 빌드 안의 프로그램이 인증서를 신뢰하지 않습니다. TLS를 검사하는 프록시 뒤에서 일어나는 문제입니다.</translation>
    </message>
    <message>
        <source>The inference image of Azure ML, without further packages.</source>
        <translation>Azure ML의 추론 이미지이며 추가 패키지는 없습니다.</translation>
    </message>
    <message>
        <source>The inference server ended by itself. %1</source>
        <translation>추론 서버가 스스로 끝났습니다. %1</translation>
    </message>
    <message>
        <source>The inference server in a Python environment of this computer, without Docker.</source>
        <translation>Docker 없이 이 컴퓨터의 Python 환경에서 실행되는 추론 서버.</translation>
    </message>
    <message>
        <source>The inference server is added; the file lacks it.</source>
        <translation>파일에 없는 추론 서버가 추가됩니다.</translation>
    </message>
    <message>
        <source>The instruction is not what it was.</source>
        <translation>명령이 이전과 다릅니다.</translation>
    </message>
    <message>
        <source>The job was there already when the stop came: Azure ML is asked to end it.</source>
        <translation>중단하기 전에 작업이 이미 제출되었습니다. Azure ML에 종료를 요청합니다.</translation>
    </message>
    <message>
        <source>The kernel ended it because the memory of its container was full (exit code %1).</source>
        <translation>컨테이너의 메모리가 가득 차서 커널이 종료했습니다(종료 코드 %1).</translation>
    </message>
    <message>
        <source>The kernel ended it: out of memory.</source>
        <translation>메모리가 부족하여 커널이 끝냈습니다.</translation>
    </message>
    <message>
        <source>The key %1 has a passphrase, and Azure ML takes none with a key.</source>
        <translation>키 %1에 암호문구가 있는데, Azure ML은 키와 함께 암호문구를 받지 않습니다.</translation>
    </message>
    <message>
        <source>The key %1 has a passphrase.</source>
        <translation>암호문구가 있는 키입니다: %1.</translation>
    </message>
    <message>
        <source>The key %1 is encrypted with a cipher that Mooring cannot read.</source>
        <translation>Mooring에서 읽을 수 없는 방식으로 암호화된 키입니다: %1.</translation>
    </message>
    <message>
        <source>The key %1 is of a type that Mooring does not use.</source>
        <translation>Mooring에서 사용하지 않는 유형의 키입니다: %1.</translation>
    </message>
    <message>
        <source>The key %1 is of the type %2, which Mooring does not use.</source>
        <translation>Mooring에서 사용하지 않는 유형(%2)의 키입니다: %1.</translation>
    </message>
    <message>
        <source>The key %1 is on a security key (FIDO), which Mooring cannot use directly.</source>
        <translation>보안 키(FIDO)에 있는 키는 Mooring에서 직접 사용할 수 없습니다: %1.</translation>
    </message>
    <message>
        <source>The key exchange with port %2 of %1 did not end within %3 s.</source>
        <translation>키 교환이 %3초 안에 끝나지 않았습니다: %1, 포트 %2.</translation>
    </message>
    <message>
        <source>The key file %1 cannot be read.</source>
        <translation>키 파일을 읽을 수 없습니다: %1.</translation>
    </message>
    <message>
        <source>The key file %1 is damaged: it begins like a private key, but cannot be read.</source>
        <translation>키 파일이 손상되었습니다: %1. 개인 키로 시작하지만 읽을 수 없습니다.</translation>
    </message>
    <message>
        <source>The key file %1 is empty.</source>
        <translation>키 파일이 비어 있습니다: %1.</translation>
    </message>
    <message>
        <source>The key of %1 is not known.</source>
        <translation>%1의 키가 알려져 있지 않습니다.</translation>
    </message>
    <message>
        <source>The key of %1 is not known: %2.</source>
        <translation>%1의 키가 알려져 있지 않습니다: %2.</translation>
    </message>
    <message>
        <source>The key of %1 is not the expected one. It shows %2; expected was %3.</source>
        <translation>%1의 키가 예상한 키가 아닙니다. 제시된 키는 %2이고, 예상한 키는 %3입니다.</translation>
    </message>
    <message>
        <source>The key of %1 is not the one on record. It shows %2; on record is %3. Either the machine was set up anew, or something stands between.</source>
        <translation>%1의 키가 기록과 다릅니다. 제시된 키는 %2이고, 기록된 키는 %3입니다. 컴퓨터가 새로 설치되었거나 중간에 무언가가 끼어 있습니다.</translation>
    </message>
    <message>
        <source>The key of %1 is trusted this once only.</source>
        <translation>%1의 키는 이번 한 번만 신뢰합니다.</translation>
    </message>
    <message>
        <source>The key of %1, %2, is marked as revoked (%3).</source>
        <translation>%1의 키가 폐기된 것으로 표시되어 있습니다: %2(%3).</translation>
    </message>
    <message>
        <source>The key of the endpoint %1 is not in the keychain of this computer.</source>
        <translation>이 컴퓨터의 키체인에 엔드포인트 키가 없습니다: %1</translation>
    </message>
    <message>
        <source>The key of the online endpoint %1 could not be had.</source>
        <translation>온라인 엔드포인트의 키를 받지 못했습니다: %1</translation>
    </message>
    <message>
        <source>The key of the workspace&apos;s default datastore could not be read.</source>
        <translation>작업 영역의 기본 데이터 저장소 키를 읽을 수 없습니다.</translation>
    </message>
    <message>
        <source>The key that Azure ML added to the cluster, if it did.</source>
        <translation>Azure ML이 클러스터에 추가했을 수 있는 키.</translation>
    </message>
    <message>
        <source>The key that Azure ML added to the machine&apos;s authorized_keys, if it did.</source>
        <translation>Azure ML이 컴퓨터의 authorized_keys에 추가했을 수 있는 키.</translation>
    </message>
    <message>
        <source>The key that is meant: SHA256:…</source>
        <translation>대상 키: SHA256:…</translation>
    </message>
    <message>
        <source>The keychain did not do what was asked.</source>
        <translation>키체인이 요청한 일을 하지 못했습니다.</translation>
    </message>
    <message>
        <source>The keychain did not take the endpoint&apos;s key, which is known to this session alone: %1 After it, “mooring restart %2” makes a new one.</source>
        <translation>키체인이 엔드포인트 키를 받지 않아 이 세션에서만 키를 알 수 있습니다. %1 그 뒤에는 “mooring restart %2” 명령으로 새 키를 만드십시오.</translation>
    </message>
    <message>
        <source>The keychain does not answer.</source>
        <translation>키체인이 응답하지 않습니다.</translation>
    </message>
    <message>
        <source>The keychain is locked.</source>
        <translation>키체인이 잠겨 있습니다.</translation>
    </message>
    <message>
        <source>The keychain refused access.</source>
        <translation>키체인이 접근을 거부했습니다.</translation>
    </message>
    <message>
        <source>The keys are: %1.</source>
        <translation>키: %1</translation>
    </message>
    <message>
        <source>The kinds are: %1.</source>
        <translation>종류: %1</translation>
    </message>
    <message>
        <source>The last machine on the way is not signed in.</source>
        <translation>경로의 마지막 컴퓨터에 로그인되어 있지 않습니다.</translation>
    </message>
    <message numerus="yes">
        <source>The last of %n runs that went there</source>
        <translation>
            <numerusform>그곳에서 한 실행 %n개 가운데 최근 것</numerusform>
        </translation>
    </message>
    <message>
        <source>The least number of nodes is 0 or more, the most is 1 or more and not below the least.</source>
        <translation>최소 노드 수는 0 이상, 최대 노드 수는 1 이상이며 최소보다 작지 않습니다.</translation>
    </message>
    <message>
        <source>The least number of nodes is above the most.</source>
        <translation>최소 노드 수가 최대 노드 수보다 큽니다.</translation>
    </message>
    <message>
        <source>The line ends with a backslash that escapes nothing.</source>
        <translation>줄이 아무것도 이스케이프하지 않는 백슬래시로 끝납니다.</translation>
    </message>
    <message>
        <source>The line is skipped; ssh skips it too.</source>
        <translation>이 줄은 건너뜁니다. ssh도 건너뜁니다.</translation>
    </message>
    <message>
        <source>The link %1</source>
        <translation>링크 %1</translation>
    </message>
    <message>
        <source>The list goes round in a circle.</source>
        <translation>목록이 제자리를 돕니다.</translation>
    </message>
    <message>
        <source>The list has no end.</source>
        <translation>목록이 끝나지 않습니다.</translation>
    </message>
    <message>
        <source>The list of the files in %1 on %2 has no end.</source>
        <translation>%2에서 파일 목록이 끝나지 않습니다: %1</translation>
    </message>
    <message>
        <source>The list was not changed.</source>
        <translation>목록을 바꾸지 못했습니다.</translation>
    </message>
    <message>
        <source>The load could not be started.</source>
        <translation>부하를 시작하지 못했습니다.</translation>
    </message>
    <message>
        <source>The log cannot be read</source>
        <translation>로그를 읽을 수 없음</translation>
    </message>
    <message>
        <source>The log could not be written: %1</source>
        <translation>로그를 쓸 수 없습니다: %1</translation>
    </message>
    <message>
        <source>The log is not followed any more. The run goes on.</source>
        <translation>로그를 더 이상 따라가지 않습니다. 실행은 계속됩니다.</translation>
    </message>
    <message>
        <source>The log is there and empty.</source>
        <translation>로그가 있지만 비어 있습니다.</translation>
    </message>
    <message>
        <source>The log names no error.</source>
        <translation>로그에 오류가 적혀 있지 않습니다.</translation>
    </message>
    <message>
        <source>The log of the container group %1 could not be read.</source>
        <translation>컨테이너 그룹의 로그를 읽을 수 없습니다: %1</translation>
    </message>
    <message>
        <source>The log of the deployment %1 could not be read.</source>
        <translation>배포의 로그를 읽지 못했습니다: %1</translation>
    </message>
    <message>
        <source>The log of the deployment %1, as far back as Azure gives it.</source>
        <translation>배포의 로그입니다. Azure가 제공하는 만큼만 나옵니다: %1</translation>
    </message>
    <message>
        <source>The log of the run %1 is being copied by another Mooring.</source>
        <translation>실행 %1의 로그를 다른 Mooring이 복사하고 있습니다.</translation>
    </message>
    <message>
        <source>The log, the metrics and the outputs written so far stay.</source>
        <translation>지금까지 쓴 로그, 메트릭, 출력은 남습니다.</translation>
    </message>
    <message>
        <source>The machine %1 is new to this computer</source>
        <comment>a host</comment>
        <translation>이 컴퓨터가 처음 보는 호스트입니다: %1</translation>
    </message>
    <message>
        <source>The machine did not answer what it was asked.</source>
        <translation>그 컴퓨터가 물은 것에 답하지 않았습니다.</translation>
    </message>
    <message>
        <source>The machine was set up again, or something else answers in its place. Mooring does not connect. Nothing was sent: no user name, no key, no password.</source>
        <translation>그 컴퓨터를 다시 설치했거나 다른 것이 대신 응답하고 있습니다. Mooring은 연결하지 않습니다. 사용자 이름, 키, 암호 등 아무것도 보내지 않았습니다.</translation>
    </message>
    <message>
        <source>The machine&apos;s key stays under Known machines, so that a changed key is noticed.</source>
        <translation>키는 알려진 호스트에 남으므로 바뀌면 알 수 있습니다.</translation>
    </message>
    <message>
        <source>The metrics of the run %1 could not be read.</source>
        <translation>실행 %1의 메트릭을 읽지 못했습니다.</translation>
    </message>
    <message>
        <source>The metrics of the run %1 have no end.</source>
        <translation>실행 %1의 메트릭이 끝나지 않습니다.</translation>
    </message>
    <message>
        <source>The model has no %1</source>
        <comment>a file</comment>
        <translation>모델에 없음: %1</translation>
    </message>
    <message>
        <source>The model stays: %1</source>
        <translation>모델은 그대로 남습니다: %1</translation>
    </message>
    <message>
        <source>The models could not be read.</source>
        <translation>모델을 읽을 수 없습니다.</translation>
    </message>
    <message>
        <source>The models of %1 could not be listed.</source>
        <translation>모델 목록을 읽을 수 없습니다: %1</translation>
    </message>
    <message>
        <source>The name %1 is not UTF-8 and cannot be asked for on the target.</source>
        <translation>이름이 UTF-8이 아니어서 계산 대상에 물을 수 없습니다: %1</translation>
    </message>
    <message>
        <source>The name %1 is not known.</source>
        <translation>알 수 없는 이름입니다: %1</translation>
    </message>
    <message>
        <source>The name %1 was not resolved within %2 s; port %3 was not tried.</source>
        <translation>이름 확인이 %2초 안에 끝나지 않았습니다: %1. 포트 %3에는 연결을 시도하지 않았습니다.</translation>
    </message>
    <message>
        <source>The name of %1 is not UTF-8.</source>
        <translation>%1의 이름이 UTF-8이 아닙니다.</translation>
    </message>
    <message>
        <source>The name of the virtual machine in the resource ID has characters that Azure does not allow.</source>
        <translation>리소스 ID의 가상 머신 이름에 Azure가 허용하지 않는 문자가 있습니다.</translation>
    </message>
    <message>
        <source>The nearest is %1.</source>
        <translation>가장 가까운 것: %1</translation>
    </message>
    <message>
        <source>The newest backup is %1. Move the damaged file away and put a copy of the backup in its place.</source>
        <translation>가장 새로운 백업: %1. 손상된 파일을 옮기고 그 자리에 백업의 복사본을 두십시오.</translation>
    </message>
    <message>
        <source>The nodes of %1 could not be listed.</source>
        <translation>노드 목록을 가져올 수 없습니다: %1</translation>
    </message>
    <message>
        <source>The numbers differ, at most %1 apart.</source>
        <translation>숫자가 다릅니다(최대 차이 %1).</translation>
    </message>
    <message>
        <source>The old one</source>
        <translation>기존 것</translation>
    </message>
    <message>
        <source>The one that was said when the cluster was made.</source>
        <translation>클러스터를 만들 때 지정한 사용자입니다.</translation>
    </message>
    <message>
        <source>The online endpoint %1 could not be read.</source>
        <translation>온라인 엔드포인트를 읽지 못했습니다: %1</translation>
    </message>
    <message>
        <source>The online endpoints are shown as they were at %1.</source>
        <translation>온라인 엔드포인트는 %1에 확인한 상태로 표시합니다.</translation>
    </message>
    <message>
        <source>The online endpoints of %1 could not be listed.</source>
        <translation>온라인 엔드포인트 목록을 가져오지 못했습니다. 작업 영역: %1</translation>
    </message>
    <message>
        <source>The operation is still going on in Azure; Mooring stopped watching it.</source>
        <translation>작업은 Azure에서 계속되고 있으며, Mooring은 더 지켜보지 않습니다.</translation>
    </message>
    <message>
        <source>The organization asks %1 for another proof, in the browser.</source>
        <translation>조직이 브라우저에서 추가 증명을 요구합니다. 계정: %1</translation>
    </message>
    <message>
        <source>The output %1 could not be found.</source>
        <translation>%1 출력을 찾지 못했습니다.</translation>
    </message>
    <message>
        <source>The outputs hold a name that would leave the folder: %1. Nothing was copied.</source>
        <translation>출력에 폴더 밖으로 나가는 이름이 있습니다: %1. 아무것도 복사하지 않았습니다.</translation>
    </message>
    <message>
        <source>The outputs of %1</source>
        <comment>a run</comment>
        <translation>출력: %1</translation>
    </message>
    <message>
        <source>The outputs of the run %1 could not be listed.</source>
        <translation>실행 %1의 출력을 나열하지 못했습니다.</translation>
    </message>
    <message>
        <source>The outputs were not fetched.</source>
        <translation>출력을 가져오지 못했습니다.</translation>
    </message>
    <message>
        <source>The package has %1, SHA-256 %2.</source>
        <translation>패키지 크기는 %1, SHA-256은 %2입니다.</translation>
    </message>
    <message>
        <source>The package was sent to %1.</source>
        <translation>패키지를 보냈습니다: %1</translation>
    </message>
    <message>
        <source>The passphrase does not open the key %1.</source>
        <translation>암호문구가 키와 맞지 않습니다: %1.</translation>
    </message>
    <message>
        <source>The password of %1 has expired.</source>
        <translation>암호가 만료되었습니다: %1.</translation>
    </message>
    <message>
        <source>The path of the SSH agent&apos;s socket is too long: %1</source>
        <translation>SSH 에이전트의 소켓 경로가 너무 깁니다: %1</translation>
    </message>
    <message>
        <source>The port of %1, your endpoint, which does not run now.</source>
        <translation>지금 작동하지 않는 내 엔드포인트 %1의 포트입니다.</translation>
    </message>
    <message>
        <source>The practice lab could not make its certificate.</source>
        <translation>연습실이 인증서를 만들지 못했습니다.</translation>
    </message>
    <message>
        <source>The practice lab did not end.</source>
        <translation>연습실이 끝나지 않았습니다.</translation>
    </message>
    <message>
        <source>The practice lab did not start.</source>
        <translation>연습실이 시작되지 않았습니다.</translation>
    </message>
    <message>
        <source>The practice lab does not run.</source>
        <translation>연습실이 실행되고 있지 않습니다.</translation>
    </message>
    <message>
        <source>The practice lab does not take the faults.</source>
        <translation>연습실이 장애 설정을 받아들이지 않습니다.</translation>
    </message>
    <message>
        <source>The practice lab found no port on this computer.</source>
        <translation>연습실이 이 컴퓨터에서 쓸 포트를 찾지 못했습니다.</translation>
    </message>
    <message>
        <source>The practice lab has no fault “%1”.</source>
        <translation>연습실에는 “%1” 장애가 없습니다.</translation>
    </message>
    <message>
        <source>The practice lab has the same pages with nothing real behind them.</source>
        <translation>연습실에는 같은 페이지가 있으며 뒤에 실제는 없습니다.</translation>
    </message>
    <message>
        <source>The practice lab is not running.</source>
        <translation>연습실이 실행되고 있지 않습니다.</translation>
    </message>
    <message>
        <source>The practice lab is running, and its cloud is chosen below.</source>
        <translation>연습실이 실행 중이며 아래에 그 클라우드가 선택되어 있습니다.</translation>
    </message>
    <message>
        <source>The practice lab is running.</source>
        <translation>연습실이 실행 중입니다.</translation>
    </message>
    <message>
        <source>The practice lab is running. Nothing in it is real.</source>
        <translation>연습실이 실행 중입니다. 이 안에 있는 것은 모두 가짜입니다.</translation>
    </message>
    <message>
        <source>The practice lab of this profile is running already.</source>
        <translation>이 프로필의 연습실이 이미 실행 중입니다.</translation>
    </message>
    <message>
        <source>The practice lab was not left.</source>
        <translation>연습실을 끝내지 못했습니다.</translation>
    </message>
    <message>
        <source>The practice lab was not started.</source>
        <translation>연습실을 시작하지 못했습니다.</translation>
    </message>
    <message>
        <source>The price was not kept.</source>
        <translation>가격을 저장하지 못했습니다.</translation>
    </message>
    <message>
        <source>The profile %1 belongs to another user and is not used.</source>
        <translation>프로필이 다른 사용자의 것이어서 쓰지 않습니다: %1</translation>
    </message>
    <message>
        <source>The profile %1 cannot be opened.</source>
        <translation>프로필을 열 수 없습니다: %1</translation>
    </message>
    <message>
        <source>The profile %1 cannot be written. Nothing will be saved.</source>
        <translation>프로필에 쓸 수 없습니다: %1. 아무것도 저장되지 않습니다.</translation>
    </message>
    <message>
        <source>The profile %1 could not be created.</source>
        <translation>프로필을 만들 수 없습니다: %1</translation>
    </message>
    <message>
        <source>The profile %1 is not a folder.</source>
        <translation>프로필이 폴더가 아닙니다: %1</translation>
    </message>
    <message>
        <source>The program %1 was not found.</source>
        <translation>프로그램을 찾을 수 없습니다: %1</translation>
    </message>
    <message>
        <source>The python3 of this computer if it has the inference server, else an environment with the server alone.</source>
        <translation>추론 서버가 있으면 이 컴퓨터의 python3, 없으면 서버만 있는 환경.</translation>
    </message>
    <message>
        <source>The question of %1 was not answered, so the sign-in ended.</source>
        <translation>질문에 답하지 않아 로그인이 끝났습니다: %1</translation>
    </message>
    <message>
        <source>The record is Mooring&apos;s own: it can be removed under Known machines.</source>
        <translation>Mooring 자체 기록입니다. 알려진 호스트에서 지울 수 있습니다.</translation>
    </message>
    <message>
        <source>The record is in a file that Mooring reads and never writes. This command takes it out:</source>
        <translation>Mooring이 읽기만 하고 쓰지 않는 파일에 있습니다. 다음 명령으로 지웁니다.</translation>
    </message>
    <message>
        <source>The record of a run has no id.</source>
        <translation>실행의 기록에 ID가 없습니다.</translation>
    </message>
    <message>
        <source>The record of an endpoint cannot be read.</source>
        <translation>엔드포인트의 기록을 읽을 수 없습니다.</translation>
    </message>
    <message>
        <source>The record of the run %1 has the unknown state “%2”.</source>
        <translation>실행 %1의 기록에 알 수 없는 상태가 있습니다: “%2”</translation>
    </message>
    <message>
        <source>The region has no room now: try it later, or with less cores and memory.</source>
        <translation>지금은 지역에 여유가 없습니다. 나중에 다시 시도하거나 코어와 메모리를 줄이십시오.</translation>
    </message>
    <message>
        <source>The registry does not give out the image %1: it is not there, or you are not signed in.</source>
        <translation>레지스트리가 %1 이미지를 주지 않습니다. 이미지가 없거나 로그인하지 않았습니다.</translation>
    </message>
    <message>
        <source>The registry has had enough requests from here for now (%1).</source>
        <translation>레지스트리의 요청 한도를 넘었습니다 (%1).</translation>
    </message>
    <message>
        <source>The remote shell was ended by signal %1.</source>
        <translation>원격 셸이 신호로 종료되었습니다: %1.</translation>
    </message>
    <message>
        <source>The removal did not come to its end.</source>
        <translation>제거가 끝까지 진행되지 않았습니다.</translation>
    </message>
    <message>
        <source>The request</source>
        <translation>요청</translation>
    </message>
    <message>
        <source>The request comes from %1.</source>
        <translation>요청의 출처: %1</translation>
    </message>
    <message>
        <source>The request is not HTTP as it should be.</source>
        <translation>요청이 올바른 HTTP가 아닙니다.</translation>
    </message>
    <message>
        <source>The resource ID ends before the name of a resource.</source>
        <translation>리소스 ID가 리소스 이름 앞에서 끝납니다.</translation>
    </message>
    <message>
        <source>The resource ID lacks /resourceGroups/ with the name of a group after the subscription.</source>
        <translation>리소스 ID의 구독 뒤에 /resourceGroups/와 그룹 이름이 없습니다.</translation>
    </message>
    <message>
        <source>The resource could not be read.</source>
        <translation>리소스를 읽지 못했습니다.</translation>
    </message>
    <message>
        <source>The resource groups could not be listed.</source>
        <translation>리소스 그룹 목록을 가져오지 못했습니다.</translation>
    </message>
    <message>
        <source>The resource has to be in the subscription of the workspace (%1).</source>
        <translation>리소스는 작업 영역의 구독(%1)에 있어야 합니다.</translation>
    </message>
    <message>
        <source>The resource itself, with all that is on it.</source>
        <translation>리소스 자체와 거기 있는 모든 것.</translation>
    </message>
    <message>
        <source>The resource itself, with all that is on it: %1</source>
        <translation>리소스 자체와 거기 있는 모든 것: %1</translation>
    </message>
    <message>
        <source>The resource itself: nobody signed in there.</source>
        <translation>리소스 자체: 아무도 로그인하지 않았습니다.</translation>
    </message>
    <message>
        <source>The run %1 could not be canceled.</source>
        <translation>%1 실행을 중단하지 못했습니다.</translation>
    </message>
    <message>
        <source>The run %1 could not be read.</source>
        <translation>%1 실행을 읽지 못했습니다.</translation>
    </message>
    <message>
        <source>The run %1 goes on. mooring logs %1 -f follows it again; mooring cancel %1 ends it.</source>
        <translation>실행은 계속됩니다: %1. 다시 따라가려면 mooring logs %1 -f, 끝내려면 mooring cancel %1</translation>
    </message>
    <message>
        <source>The run %1 has no output “%2” on this computer.</source>
        <translation>%1 실행의 “%2” 출력이 이 컴퓨터에 없습니다.</translation>
    </message>
    <message>
        <source>The run %1 is still being prepared by another Mooring and cannot be canceled yet.</source>
        <translation>다른 Mooring이 아직 준비 중인 실행이어서 지금은 중단할 수 없습니다: %1</translation>
    </message>
    <message>
        <source>The run %1 may still write outputs; they come here when it has ended.</source>
        <translation>아직 출력을 쓰고 있을 수 있는 실행입니다: %1. 실행이 끝나면 이곳으로 가져올 수 있습니다.</translation>
    </message>
    <message>
        <source>The run %1 was not sent from here: its folder, arguments and environment are not known.</source>
        <translation>%1 실행은 여기에서 보낸 것이 아닙니다. 폴더, 인수, 환경을 알 수 없습니다.</translation>
    </message>
    <message>
        <source>The run could not be read.</source>
        <translation>실행을 읽을 수 없습니다.</translation>
    </message>
    <message>
        <source>The run could not be submitted.</source>
        <translation>실행을 제출하지 못했습니다.</translation>
    </message>
    <message>
        <source>The run ended, but its exit code cannot be read.</source>
        <translation>실행은 끝났지만 종료 코드를 읽을 수 없습니다.</translation>
    </message>
    <message>
        <source>The run failed.</source>
        <translation>실행이 실패했습니다.</translation>
    </message>
    <message>
        <source>The run has logged no metrics.</source>
        <translation>실행이 기록한 메트릭이 없습니다.</translation>
    </message>
    <message>
        <source>The run has written no outputs.</source>
        <translation>실행이 쓴 출력이 없습니다.</translation>
    </message>
    <message>
        <source>The run lists the output %1, but the storage does not have it any more.</source>
        <translation>실행 목록에는 있지만 스토리지에는 더 이상 없는 출력입니다: %1</translation>
    </message>
    <message>
        <source>The run settings cannot be read: &quot;%1&quot; is not of the expected type.</source>
        <translation>실행 설정을 읽을 수 없습니다. 형식이 다릅니다: &quot;%1&quot;</translation>
    </message>
    <message>
        <source>The run settings cannot be read: they are not a JSON object.</source>
        <translation>실행 설정을 읽을 수 없습니다. JSON 객체가 아닙니다.</translation>
    </message>
    <message>
        <source>The run settings name no compute target.</source>
        <translation>실행 설정에 계산 대상이 없습니다.</translation>
    </message>
    <message>
        <source>The run settings name no script.</source>
        <translation>실행 설정에 스크립트가 없습니다.</translation>
    </message>
    <message>
        <source>The run settings name no source folder.</source>
        <translation>실행 설정에 원본 폴더가 없습니다.</translation>
    </message>
    <message>
        <source>The run was not canceled.</source>
        <translation>실행이 중단되지 않았습니다.</translation>
    </message>
    <message>
        <source>The run was not sent from here: its folder, arguments and environment are not known.</source>
        <translation>여기에서 보낸 실행이 아니므로 폴더, 인수, 환경을 알 수 없습니다.</translation>
    </message>
    <message>
        <source>The run was not started.</source>
        <translation>실행을 시작하지 못했습니다.</translation>
    </message>
    <message>
        <source>The run&apos;s folder is gone and none of its processes lives. How it ended cannot be known.</source>
        <translation>실행의 폴더가 없어졌고 살아 있는 프로세스도 없습니다. 어떻게 끝났는지 알 수 없습니다.</translation>
    </message>
    <message>
        <source>The run&apos;s folder is gone, but processes of the run may still live.</source>
        <translation>실행의 폴더가 없어졌지만 프로세스가 살아 있을 수 있습니다.</translation>
    </message>
    <message>
        <source>The run&apos;s own machine is needed for this. Here is only a copy of what the run printed.</source>
        <translation>이 작업에는 실행이 있던 컴퓨터가 필요합니다. 여기에는 실행이 출력한 내용의 복사본만 있습니다.</translation>
    </message>
    <message>
        <source>The run&apos;s supervisor did not start.</source>
        <translation>실행의 감독 프로세스가 시작되지 않았습니다.</translation>
    </message>
    <message>
        <source>The run&apos;s supervisor was killed and none of its processes lives, so that its exit code cannot be known.</source>
        <translation>실행의 감독 프로세스가 강제 종료되었고 살아 있는 프로세스도 없어, 종료 코드를 알 수 없습니다.</translation>
    </message>
    <message>
        <source>The run&apos;s supervisor was killed, and whether processes of the run still live could not be found out.</source>
        <translation>실행의 감독 프로세스가 강제 종료되었고, 실행의 프로세스가 살아 있는지 알아낼 수 없었습니다.</translation>
    </message>
    <message numerus="yes">
        <source>The run&apos;s supervisor was killed, but %n process(es) of the run still live.</source>
        <translation>
            <numerusform>실행의 감독 프로세스는 강제 종료되었지만, 실행의 프로세스 %n개가 살아 있습니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>The runs could not be read</source>
        <translation>실행을 읽을 수 없음</translation>
    </message>
    <message>
        <source>The runs could not be read.</source>
        <translation>실행을 읽을 수 없습니다.</translation>
    </message>
    <message>
        <source>The runs of %1 could not be listed.</source>
        <translation>%1의 실행을 나열하지 못했습니다.</translation>
    </message>
    <message>
        <source>The runs stay here with logs, metrics and fetched outputs.</source>
        <translation>실행은 로그, 메트릭, 가져온 출력과 함께 여기에 남습니다.</translation>
    </message>
    <message>
        <source>The same code is in the workspace already: nothing is sent.</source>
        <translation>같은 코드가 이미 작업 영역에 있어 아무것도 보내지 않습니다.</translation>
    </message>
    <message>
        <source>The same from a terminal</source>
        <translation>터미널에서 같은 일 하기</translation>
    </message>
    <message>
        <source>The same package is in %1 already: nothing was sent.</source>
        <translation>같은 패키지가 이미 있어서 보내지 않았습니다: %1</translation>
    </message>
    <message>
        <source>The same request</source>
        <translation>같은 요청</translation>
    </message>
    <message>
        <source>The same resource.</source>
        <translation>같은 리소스입니다.</translation>
    </message>
    <message>
        <source>The same resource: Azure does not tell capital letters apart.</source>
        <translation>같은 리소스입니다. Azure는 대소문자를 구별하지 않습니다.</translation>
    </message>
    <message>
        <source>The same subscription</source>
        <translation>같은 구독</translation>
    </message>
    <message>
        <source>The same thing as</source>
        <translation>같은 일을 하는 것</translation>
    </message>
    <message>
        <source>The same thing as a command</source>
        <translation>같은 작업을 명령으로</translation>
    </message>
    <message>
        <source>The same, all %1 characters.</source>
        <translation>%1자 모두 같습니다.</translation>
    </message>
    <message>
        <source>The sample project cannot be written: %1 is not a folder.</source>
        <translation>샘플 프로젝트를 쓸 수 없습니다. 폴더가 아닙니다: %1</translation>
    </message>
    <message>
        <source>The sample project could not be written to %1.</source>
        <translation>샘플 프로젝트를 쓸 수 없습니다: %1</translation>
    </message>
    <message>
        <source>The sample project is in %1. To run it:</source>
        <translation>샘플 프로젝트: %1. 실행하려면:</translation>
    </message>
    <message>
        <source>The sample was not started.</source>
        <translation>샘플을 시작하지 못했습니다.</translation>
    </message>
    <message>
        <source>The scoring script %1 is left out by an ignore rule.</source>
        <translation>채점 스크립트가 무시 규칙으로 제외되었습니다: %1</translation>
    </message>
    <message>
        <source>The scoring script %1 lies outside the source folder %2.</source>
        <translation>%1 채점 스크립트가 소스 폴더 밖에 있습니다: %2</translation>
    </message>
    <message>
        <source>The scoring script could not be started: %1</source>
        <translation>채점 스크립트를 시작하지 못했습니다: %1</translation>
    </message>
    <message>
        <source>The scoring script failed in %1 line %2: %3</source>
        <translation>채점 스크립트가 %1 %2행에서 실패했습니다: %3</translation>
    </message>
    <message>
        <source>The script</source>
        <translation>스크립트</translation>
    </message>
    <message>
        <source>The script %1 cannot be read.</source>
        <translation>스크립트를 읽을 수 없습니다: %1</translation>
    </message>
    <message>
        <source>The script %1 is a folder.</source>
        <translation>스크립트가 폴더입니다: %1</translation>
    </message>
    <message>
        <source>The script %1 is a link to something outside the source folder, so it would not be copied with it.</source>
        <translation>스크립트가 원본 폴더 밖을 가리키는 링크여서 함께 복사되지 않습니다: %1</translation>
    </message>
    <message>
        <source>The script %1 is left out of the snapshot by an ignore rule.</source>
        <translation>스크립트가 제외 규칙 때문에 스냅샷에서 빠집니다: %1</translation>
    </message>
    <message>
        <source>The script %1 is neither a .py nor a .sh file and is not executable.</source>
        <translation>스크립트가 .py도 .sh도 아니고 실행할 수도 없습니다: %1</translation>
    </message>
    <message>
        <source>The script %1 is not a regular file.</source>
        <translation>스크립트가 일반 파일이 아닙니다: %1</translation>
    </message>
    <message>
        <source>The script %1 is not in the source folder %2.</source>
        <translation>원본 폴더 %2에 스크립트가 없습니다: %1</translation>
    </message>
    <message>
        <source>The script %1 is not inside the source folder, so it would not be copied with it.</source>
        <translation>스크립트가 원본 폴더 안에 없어 함께 복사되지 않습니다: %1</translation>
    </message>
    <message>
        <source>The script brings what it needs</source>
        <translation>필요한 것은 스크립트에 들어 있음</translation>
    </message>
    <message>
        <source>The script ended with exit code %1.</source>
        <translation>스크립트가 끝났습니다. 종료 코드 %1</translation>
    </message>
    <message>
        <source>The script ended with exit code 126: it could not be executed. The log says why.</source>
        <translation>스크립트가 종료 코드 126으로 끝났습니다. 실행할 수 없었습니다. 이유는 로그에 있습니다.</translation>
    </message>
    <message>
        <source>The script ended with exit code 127: a program or file was not found. The log names it.</source>
        <translation>스크립트가 종료 코드 127로 끝났습니다. 프로그램이나 파일을 찾지 못했습니다. 이름은 로그에 있습니다.</translation>
    </message>
    <message>
        <source>The script is not a Python file.</source>
        <translation>스크립트가 Python 파일이 아닙니다.</translation>
    </message>
    <message>
        <source>The script logged none with MLflow, azureml or TensorBoard. One line is enough:</source>
        <translation>스크립트가 MLflow, azureml, TensorBoard로 기록한 것이 없습니다. 한 줄이면 됩니다:</translation>
    </message>
    <message>
        <source>The script starts there. Its log, metrics and outputs are on the run&apos;s page.</source>
        <translation>스크립트가 그곳에서 시작됩니다. 로그, 메트릭, 출력은 실행 페이지에 있습니다.</translation>
    </message>
    <message>
        <source>The script wrote nothing to outputs/.</source>
        <translation>스크립트가 outputs/에 쓴 것이 없습니다.</translation>
    </message>
    <message>
        <source>The search went on from the end.</source>
        <translation>끝에서부터 이어서 찾았습니다.</translation>
    </message>
    <message>
        <source>The search went on from the start.</source>
        <translation>처음부터 이어서 찾았습니다.</translation>
    </message>
    <message>
        <source>The second connection was lost.</source>
        <translation>두 번째 연결이 끊겼습니다.</translation>
    </message>
    <message>
        <source>The secret is empty and was not kept.</source>
        <translation>비밀 값이 비어 있어 보관하지 않았습니다.</translation>
    </message>
    <message>
        <source>The secret is larger than %1 and was not kept.</source>
        <translation>비밀 값이 %1보다 커서 보관하지 않았습니다.</translation>
    </message>
    <message>
        <source>The secret is not in the keychain.</source>
        <translation>비밀 값이 키체인에 없습니다.</translation>
    </message>
    <message>
        <source>The server closed the connection.</source>
        <translation>서버가 연결을 닫았습니다.</translation>
    </message>
    <message>
        <source>The server has not answered for %1 s.</source>
        <translation>서버가 %1초 동안 응답하지 않았습니다.</translation>
    </message>
    <message>
        <source>The server is saturated: it does not keep up with this rate.</source>
        <translation>서버가 포화되어 이 속도를 따라가지 못합니다.</translation>
    </message>
    <message>
        <source>The server may allow no more connections now. Try again in a minute.</source>
        <translation>지금은 서버가 더 이상 연결을 허용하지 않을 수 있습니다. 1분 뒤에 다시 시도하십시오.</translation>
    </message>
    <message>
        <source>The server runs. Its first answer comes when init() of the scoring script is done.</source>
        <translation>서버가 작동 중입니다. 채점 스크립트의 init()이 끝나면 첫 응답이 옵니다.</translation>
    </message>
    <message>
        <source>The server showed a host key that makes no sense.</source>
        <translation>서버가 제시한 호스트 키를 이해할 수 없습니다.</translation>
    </message>
    <message>
        <source>The server starts.</source>
        <translation>서버가 시작되고 있습니다.</translation>
    </message>
    <message>
        <source>The service asks for a pause: try again in a few minutes.</source>
        <translation>서비스가 잠시 멈추라고 합니다. 몇 분 뒤에 다시 시도하십시오.</translation>
    </message>
    <message>
        <source>The service signs in with a password or a key; there is neither.</source>
        <translation>서비스는 암호나 키로 로그인하는데 둘 다 없습니다.</translation>
    </message>
    <message>
        <source>The services of the workspace %1 could not be found.</source>
        <translation>작업 영역 %1의 서비스를 찾지 못했습니다.</translation>
    </message>
    <message>
        <source>The settings are not UTF-8 text.</source>
        <translation>설정이 UTF-8 텍스트가 아닙니다.</translation>
    </message>
    <message>
        <source>The settings are not a list of names and values.</source>
        <translation>설정이 이름과 값의 목록이 아닙니다.</translation>
    </message>
    <message>
        <source>The settings are not valid YAML.</source>
        <translation>설정이 올바른 YAML이 아닙니다.</translation>
    </message>
    <message>
        <source>The settings of an endpoint have no name.</source>
        <translation>엔드포인트 설정에 이름이 없습니다.</translation>
    </message>
    <message>
        <source>The settings of the run %1 cannot be read.</source>
        <translation>실행의 설정을 읽을 수 없습니다: %1</translation>
    </message>
    <message>
        <source>The settings of the run are not kept on this computer: %1</source>
        <translation>실행 설정을 이 컴퓨터에 보관하지 못했습니다: %1</translation>
    </message>
    <message>
        <source>The sign-in did not come about.</source>
        <translation>로그인하지 못했습니다.</translation>
    </message>
    <message>
        <source>The sign-in for %1 is kept by %2, which is not there.</source>
        <translation>%1의 로그인 정보를 보관하는 도구가 없습니다: %2.</translation>
    </message>
    <message>
        <source>The sign-in gave no device code.</source>
        <translation>로그인 서비스가 장치 코드를 주지 않았습니다.</translation>
    </message>
    <message>
        <source>The sign-in gave no token that can be used.</source>
        <translation>로그인 서비스가 쓸 수 있는 토큰을 주지 않았습니다.</translation>
    </message>
    <message>
        <source>The sign-in was refused in the browser.</source>
        <translation>브라우저에서 로그인이 거부되었습니다.</translation>
    </message>
    <message>
        <source>The sign-in was refused.</source>
        <translation>로그인이 거부되었습니다.</translation>
    </message>
    <message>
        <source>The snapshot could not be made on %1. Nothing of it is seen there.</source>
        <translation>스냅샷을 만들 수 없습니다: %1. 그곳에는 아무것도 나타나지 않습니다.</translation>
    </message>
    <message>
        <source>The snapshot could not be packed for the way.</source>
        <translation>보낼 스냅샷을 묶을 수 없습니다.</translation>
    </message>
    <message>
        <source>The snapshot left this file out</source>
        <translation>스냅샷이 이 파일을 제외했습니다</translation>
    </message>
    <message>
        <source>The snapshot&apos;s folder</source>
        <translation>스냅샷의 폴더</translation>
    </message>
    <message>
        <source>The snapshot&apos;s manifest names %1 twice.</source>
        <translation>스냅샷 목록 파일에 두 번 나옵니다: %1</translation>
    </message>
    <message>
        <source>The source %1 is not a folder.</source>
        <translation>원본이 폴더가 아닙니다: %1</translation>
    </message>
    <message>
        <source>The source folder</source>
        <translation>원본 폴더</translation>
    </message>
    <message>
        <source>The source folder %1 cannot be read.</source>
        <translation>원본 폴더를 읽을 수 없습니다: %1</translation>
    </message>
    <message>
        <source>The source folder %1 does not exist.</source>
        <translation>원본 폴더가 없습니다: %1</translation>
    </message>
    <message>
        <source>The source folder %1 holds more than 2 million files that would be copied.</source>
        <translation>원본 폴더에 복사할 파일이 200만 개보다 많습니다: %1</translation>
    </message>
    <message>
        <source>The source folder %1 is not there any more.</source>
        <translation>원본 폴더가 더 이상 없습니다: %1</translation>
    </message>
    <message>
        <source>The start was stopped.</source>
        <translation>시작을 중지했습니다.</translation>
    </message>
    <message>
        <source>The subscription in a resource ID has 32 hexadecimal digits in five groups.</source>
        <translation>리소스 ID의 구독은 다섯 묶음으로 된 16진수 32자리입니다.</translation>
    </message>
    <message>
        <source>The subscriptions could not be listed.</source>
        <translation>구독 목록을 가져오지 못했습니다.</translation>
    </message>
    <message>
        <source>The target %1 could not be read.</source>
        <translation>%1 대상을 읽지 못했습니다.</translation>
    </message>
    <message>
        <source>The target %1 did not answer within %2 s.</source>
        <translation>%1 대상이 %2초 안에 응답하지 않았습니다.</translation>
    </message>
    <message>
        <source>The target %1 did not tell the state of the run.</source>
        <translation>계산 대상이 실행의 상태를 알려 주지 않았습니다: %1</translation>
    </message>
    <message>
        <source>The target %1 of the run cannot be asked.</source>
        <translation>실행의 계산 대상에 물을 수 없습니다: %1</translation>
    </message>
    <message>
        <source>The target had a secret that is not in the file: --secret %1=- gives it.</source>
        <translation>계산 대상에 있던 비밀이 파일에는 없습니다. --secret %1=- 옵션으로 주십시오.</translation>
    </message>
    <message>
        <source>The target&apos;s own python3</source>
        <translation>계산 대상의 python3</translation>
    </message>
    <message>
        <source>The targets are: %1.</source>
        <translation>계산 대상: %1</translation>
    </message>
    <message>
        <source>The targets of %1 could not be listed.</source>
        <translation>%1의 대상을 나열하지 못했습니다.</translation>
    </message>
    <message>
        <source>The tenants could not be listed.</source>
        <translation>테넌트 목록을 가져오지 못했습니다.</translation>
    </message>
    <message>
        <source>The tenants could not be read.</source>
        <translation>테넌트를 읽지 못했습니다.</translation>
    </message>
    <message>
        <source>The terminal was closed before an answer came.</source>
        <translation>대답하기 전에 터미널이 닫혔습니다.</translation>
    </message>
    <message>
        <source>The time limit must be at least 1 second.</source>
        <translation>시간 제한은 1초 이상이어야 합니다.</translation>
    </message>
    <message>
        <source>The time limit must be shorter than 68 years.</source>
        <translation>시간 제한은 68년보다 짧아야 합니다.</translation>
    </message>
    <message>
        <source>The time limit of --timeout passed. What was started goes on.</source>
        <translation>--timeout의 시간 제한이 지났습니다. 시작된 것은 계속됩니다.</translation>
    </message>
    <message>
        <source>The token cannot be tried: the address is not known.</source>
        <translation>주소를 몰라 토큰을 시험할 수 없습니다.</translation>
    </message>
    <message>
        <source>The token is good: it is of %1.</source>
        <translation>토큰이 유효합니다. %1의 것입니다.</translation>
    </message>
    <message>
        <source>The transfer of %1 with %2 failed.</source>
        <translation>%2에서 파일 전송에 실패했습니다: %1.</translation>
    </message>
    <message>
        <source>The unfinished snapshot %1 could not be removed.</source>
        <translation>끝나지 않은 스냅샷을 제거할 수 없습니다: %1</translation>
    </message>
    <message>
        <source>The user with password or key goes to Azure ML, which signs in from its own addresses (a public address is needed) and adds a key of its own to the machine&apos;s authorized_keys.</source>
        <translation>사용자와 암호 또는 키가 Azure ML로 갑니다. Azure ML은 자신의 주소에서 로그인하여(공용 주소 필요) 자신의 키를 컴퓨터의 authorized_keys에 추가합니다.</translation>
    </message>
    <message>
        <source>The user with whom the service signs in is missing.</source>
        <translation>서비스가 로그인할 사용자가 없습니다.</translation>
    </message>
    <message>
        <source>The value %1 has no name before it.</source>
        <translation>값 앞에 이름이 없습니다: %1</translation>
    </message>
    <message>
        <source>The value of %1 is not a text.</source>
        <translation>값이 텍스트가 아닙니다: %1</translation>
    </message>
    <message>
        <source>The variable %1</source>
        <translation>변수 %1</translation>
    </message>
    <message>
        <source>The variable %1 cannot be set: names that begin with MOORING_ belong to the run itself.</source>
        <translation>변수를 설정할 수 없습니다: %1. MOORING_으로 시작하는 이름은 실행 자체의 것입니다.</translation>
    </message>
    <message>
        <source>The variable %1 is there twice.</source>
        <translation>변수가 두 번 있습니다: %1</translation>
    </message>
    <message>
        <source>The versions of %1 could not be listed.</source>
        <translation>버전 목록을 읽을 수 없습니다: %1</translation>
    </message>
    <message>
        <source>The virtual machine %1 in the resource group %2.</source>
        <translation>리소스 그룹 %2의 가상 머신 %1.</translation>
    </message>
    <message>
        <source>The way through jump hosts is longer than %1 machines, or goes in a circle.</source>
        <translation>점프 호스트를 거치는 경로가 %1대보다 길거나 되돌아옵니다.</translation>
    </message>
    <message>
        <source>The window shows the compute targets, runs, environments and models of this workspace. What else it has is in the studio.</source>
        <translation>이 창에서는 이 작업 영역의 계산 대상, 실행, 환경, 모델을 표시합니다. 나머지는 스튜디오에 있습니다.</translation>
    </message>
    <message numerus="yes">
        <source>The words or the choice above hide %n.</source>
        <translation>
            <numerusform>위의 단어나 선택 때문에 %n개가 숨겨졌습니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>The working folder cannot be the top of the machine&apos;s file system.</source>
        <translation>작업 폴더는 파일 시스템의 최상위일 수 없습니다.</translation>
    </message>
    <message>
        <source>The working folder has no .. in it.</source>
        <translation>작업 폴더에는 ..을 쓸 수 없습니다.</translation>
    </message>
    <message>
        <source>The working folder is a path on that machine that begins with / or ~/.</source>
        <translation>작업 폴더는 / 또는 ~/로 시작하는 그 컴퓨터의 경로입니다.</translation>
    </message>
    <message>
        <source>The workspace %1 cannot be written.</source>
        <translation>작업 영역에 쓸 수 없습니다: %1</translation>
    </message>
    <message>
        <source>The workspace %1 could not be created.</source>
        <translation>작업 영역을 만들 수 없습니다: %1</translation>
    </message>
    <message>
        <source>The workspace %1 could not be read.</source>
        <translation>%1 작업 영역을 읽지 못했습니다.</translation>
    </message>
    <message>
        <source>The workspace %1 has version %2. This Mooring knows versions up to %3 and did not touch it.</source>
        <translation>작업 영역 %1의 버전은 %2입니다. 이 Mooring은 버전 %3까지 알며 건드리지 않았습니다.</translation>
    </message>
    <message>
        <source>The workspace %1 is of an earlier version and could not be brought up to date: %2</source>
        <translation>작업 영역이 이전 버전이며 새 버전으로 바꿀 수 없습니다: %1. %2</translation>
    </message>
    <message>
        <source>The workspace could not be backed up into %1.</source>
        <translation>작업 영역을 백업할 수 없습니다: %1</translation>
    </message>
    <message>
        <source>The workspace could not be read.</source>
        <translation>작업 영역을 읽지 못했습니다.</translation>
    </message>
    <message>
        <source>The workspace database %1 is damaged.</source>
        <translation>작업 영역 데이터베이스가 손상되었습니다: %1</translation>
    </message>
    <message>
        <source>The workspace database %1 is damaged. It was not touched.</source>
        <translation>작업 영역 데이터베이스가 손상되었습니다: %1. 건드리지 않았습니다.</translation>
    </message>
    <message>
        <source>The workspace database did not do what was asked.</source>
        <translation>작업 영역 데이터베이스가 요청한 일을 하지 못했습니다.</translation>
    </message>
    <message>
        <source>The workspace database holds a part that does not belong to it.</source>
        <translation>작업 영역 데이터베이스에 속하지 않는 부분이 들어 있습니다.</translation>
    </message>
    <message>
        <source>The workspace database lacks a part that belongs to it.</source>
        <translation>작업 영역 데이터베이스에 있어야 할 부분이 없습니다.</translation>
    </message>
    <message>
        <source>The workspace has no default datastore of blob storage.</source>
        <translation>작업 영역에 Blob 스토리지로 된 기본 데이터 저장소가 없습니다.</translation>
    </message>
    <message>
        <source>The workspace in this window does not belong to it.</source>
        <translation>이 창의 작업 영역은 연습실의 것이 아닙니다.</translation>
    </message>
    <message>
        <source>The workspace is in %1.</source>
        <translation>작업 영역의 위치: %1</translation>
    </message>
    <message>
        <source>The workspace is not open</source>
        <translation>작업 영역이 열리지 않음</translation>
    </message>
    <message>
        <source>The workspace of this computer is always there.</source>
        <translation>이 컴퓨터의 작업 영역은 항상 있습니다.</translation>
    </message>
    <message>
        <source>The workspace of this computer is named local.</source>
        <translation>이 컴퓨터의 작업 영역 이름은 local입니다.</translation>
    </message>
    <message>
        <source>The workspace&apos;s default datastore could not be read.</source>
        <translation>작업 영역의 기본 데이터 저장소를 읽을 수 없습니다.</translation>
    </message>
    <message>
        <source>The workspace&apos;s default datastore gives neither a key nor a signature, so the container could not fetch the model.</source>
        <translation>작업 영역의 기본 데이터 저장소가 키도 서명도 주지 않아서 컨테이너가 모델을 가져올 수 없습니다.</translation>
    </message>
    <message>
        <source>The workspace&apos;s own config.json</source>
        <translation>작업 영역의 config.json</translation>
    </message>
    <message>
        <source>The workspaces of a subscription could not be listed.</source>
        <translation>구독의 작업 영역을 나열하지 못했습니다.</translation>
    </message>
    <message>
        <source>The zip file to write</source>
        <translation>저장할 zip 파일</translation>
    </message>
    <message>
        <source>Then a container gets the code and the model and starts.</source>
        <translation>그다음 컨테이너가 코드와 모델을 받아 시작됩니다.</translation>
    </message>
    <message>
        <source>There are trust list, trust add and trust remove.</source>
        <translation>trust list, trust add, trust remove가 있습니다.</translation>
    </message>
    <message>
        <source>There are: %1.</source>
        <translation>있는 것: %1.</translation>
    </message>
    <message>
        <source>There is a file %1 already.</source>
        <translation>파일이 이미 있습니다: %1.</translation>
    </message>
    <message>
        <source>There is already a cloud named %1.</source>
        <translation>이 이름의 클라우드가 이미 있습니다: %1</translation>
    </message>
    <message>
        <source>There is already a target named %1.</source>
        <translation>같은 이름의 계산 대상이 이미 있습니다: %1</translation>
    </message>
    <message>
        <source>There is already a workspace named %1.</source>
        <translation>이름이 %1인 작업 영역이 이미 있습니다.</translation>
    </message>
    <message>
        <source>There is an endpoint named “%1” already.</source>
        <translation>“%1” 엔드포인트가 이미 있습니다.</translation>
    </message>
    <message>
        <source>There is an endpoint named “%1” already. Make a new version of it, or choose another name.</source>
        <translation>“%1” 엔드포인트가 이미 있습니다. 새 버전을 만들거나 다른 이름을 선택하십시오.</translation>
    </message>
    <message>
        <source>There is no Dockerfile %1.</source>
        <translation>Dockerfile이 없습니다: %1</translation>
    </message>
    <message>
        <source>There is no Python at %1.</source>
        <translation>Python이 없습니다: %1</translation>
    </message>
    <message>
        <source>There is no backup. Move the file away and start again: Mooring finds its runs in the folder “runs” of the profile.</source>
        <translation>백업이 없습니다. 파일을 옮기고 다시 시작하십시오. Mooring은 프로필의 “runs” 폴더에서 실행을 찾습니다.</translation>
    </message>
    <message>
        <source>There is no check named %1.</source>
        <translation>없는 검사입니다: %1</translation>
    </message>
    <message>
        <source>There is no cloud named %1.</source>
        <translation>이 이름의 클라우드가 없습니다: %1</translation>
    </message>
    <message>
        <source>There is no command “%1”.</source>
        <translation>없는 명령입니다: “%1”</translation>
    </message>
    <message>
        <source>There is no command “trust %1”.</source>
        <translation>“trust %1” 명령은 없습니다.</translation>
    </message>
    <message>
        <source>There is no compute target named “%1”.</source>
        <translation>없는 계산 대상입니다: “%1”</translation>
    </message>
    <message>
        <source>There is no display to open a window on.</source>
        <translation>창을 열 화면이 없습니다.</translation>
    </message>
    <message>
        <source>There is no endpoint named “%1”.</source>
        <translation>“%1” 엔드포인트가 없습니다.</translation>
    </message>
    <message>
        <source>There is no environment file %1.</source>
        <translation>환경 파일이 없습니다: %1</translation>
    </message>
    <message>
        <source>There is no error above.</source>
        <translation>위쪽에 오류가 없습니다.</translation>
    </message>
    <message>
        <source>There is no field named %1.</source>
        <translation>없는 필드입니다: %1</translation>
    </message>
    <message>
        <source>There is no file %1 on %2.</source>
        <translation>%2에 파일이 없습니다: %1</translation>
    </message>
    <message>
        <source>There is no file or folder %1 on %2.</source>
        <translation>%2에 파일이나 폴더가 없습니다: %1.</translation>
    </message>
    <message>
        <source>There is no folder %1.</source>
        <translation>폴더가 없습니다: %1</translation>
    </message>
    <message>
        <source>There is no further error below.</source>
        <translation>아래에 오류가 더 없습니다.</translation>
    </message>
    <message>
        <source>There is no image %1.</source>
        <translation>%1 이미지가 없습니다.</translation>
    </message>
    <message>
        <source>There is no keychain, and the secret was not given in this session.</source>
        <translation>키체인이 없고, 이 세션에서 비밀 값을 지정하지 않았습니다.</translation>
    </message>
    <message>
        <source>There is no keychain: the endpoint&apos;s key is known to this session alone. After it, “mooring restart %1” makes a new one.</source>
        <translation>키체인이 없어서 엔드포인트 키는 이 세션에서만 알 수 있습니다. 그 뒤에는 “mooring restart %1” 명령으로 새 키를 만드십시오.</translation>
    </message>
    <message>
        <source>There is no keychain: this sign-in ends with this command.</source>
        <translation>키체인이 없으므로 이 로그인은 이 명령과 함께 끝납니다.</translation>
    </message>
    <message>
        <source>There is no kind of compute target named %1.</source>
        <translation>없는 종류의 계산 대상입니다: %1</translation>
    </message>
    <message>
        <source>There is no log</source>
        <translation>로그가 없음</translation>
    </message>
    <message>
        <source>There is no model at %1.</source>
        <translation>모델이 없습니다: %1</translation>
    </message>
    <message>
        <source>There is no next machine on the way, or this one is not signed in.</source>
        <translation>경로에 다음 컴퓨터가 없거나 이 컴퓨터에 로그인되어 있지 않습니다.</translation>
    </message>
    <message>
        <source>There is no online endpoint named %1 in %2.</source>
        <translation>작업 영역 %2에 온라인 엔드포인트가 없습니다: %1</translation>
    </message>
    <message>
        <source>There is no option %1.</source>
        <translation>없는 옵션입니다: %1</translation>
    </message>
    <message>
        <source>There is no place for the log on this computer.</source>
        <translation>이 컴퓨터에 로그를 둘 자리가 없습니다.</translation>
    </message>
    <message>
        <source>There is no place for the profile: HOME is not set to an absolute path.</source>
        <translation>프로필을 둘 곳이 없습니다. HOME이 절대 경로로 설정되어 있지 않습니다.</translation>
    </message>
    <message>
        <source>There is no python3 on this target&apos;s PATH.</source>
        <translation>이 계산 대상의 PATH에 python3가 없습니다.</translation>
    </message>
    <message>
        <source>There is no run %1 in %2.</source>
        <translation>%2에 %1 실행이 없습니다.</translation>
    </message>
    <message>
        <source>There is no run “%1”.</source>
        <translation>없는 실행입니다: “%1”</translation>
    </message>
    <message>
        <source>There is no scoring script %1.</source>
        <translation>채점 스크립트가 없습니다: %1</translation>
    </message>
    <message>
        <source>There is no space left for %1 on %2.</source>
        <translation>%2에 남은 공간이 없습니다: %1.</translation>
    </message>
    <message>
        <source>There is no state “%1”.</source>
        <translation>없는 상태입니다: “%1”</translation>
    </message>
    <message>
        <source>There is no target named %1 in %2.</source>
        <translation>%2에 이름이 %1인 대상이 없습니다.</translation>
    </message>
    <message>
        <source>There is no target named %1 in this workspace.</source>
        <translation>이 작업 영역에 그런 이름의 대상이 없습니다: %1</translation>
    </message>
    <message>
        <source>There is no target of this name.</source>
        <translation>이 이름의 계산 대상이 없습니다.</translation>
    </message>
    <message>
        <source>There is no target to choose.</source>
        <translation>선택할 계산 대상이 없습니다.</translation>
    </message>
    <message>
        <source>There is no target, run or endpoint named “%1”.</source>
        <translation>계산 대상, 실행, 엔드포인트 중에 이런 이름이 없습니다: %1</translation>
    </message>
    <message>
        <source>There is no workspace “%1” in this profile.</source>
        <translation>이 프로필에 없는 작업 영역입니다: “%1”</translation>
    </message>
    <message>
        <source>There is not enough memory for an SSH connection.</source>
        <translation>SSH 연결을 위한 메모리가 부족합니다.</translation>
    </message>
    <message>
        <source>There is nothing here.</source>
        <translation>여기에는 아무것도 없습니다.</translation>
    </message>
    <message>
        <source>These are the last known values. Runs there go on. Changes wait for the connection.</source>
        <translation>마지막으로 알려진 값입니다. 그곳의 실행은 계속됩니다. 변경은 연결된 뒤에 할 수 있습니다.</translation>
    </message>
    <message>
        <source>These files have changed: %1 and %2 more.</source>
        <translation>바뀐 파일: %1 외 %2개.</translation>
    </message>
    <message>
        <source>These files have changed: %1.</source>
        <translation>바뀐 파일: %1.</translation>
    </message>
    <message>
        <source>These lines are the ones that ran. A reload takes the file as it is now.</source>
        <translation>여기 보이는 줄은 실행된 것입니다. 다시 불러오면 지금의 파일을 씁니다.</translation>
    </message>
    <message>
        <source>These runs share no metric.</source>
        <translation>이 실행들에 공통 메트릭이 없습니다.</translation>
    </message>
    <message>
        <source>These secrets leave this computer: %1.</source>
        <translation>이 컴퓨터를 떠나는 비밀: %1.</translation>
    </message>
    <message>
        <source>They answer on this computer only, and nobody else&apos;s clients are needed: az and the SDKs of Azure take them too. “Copy for a terminal” starts the same lab there.</source>
        <translation>이 컴퓨터에서만 응답합니다. az와 Azure SDK로도 쓸 수 있습니다. “터미널용으로 복사”한 명령은 터미널에서 같은 연습실을 시작합니다.</translation>
    </message>
    <message>
        <source>They are shown as they were at %1.</source>
        <translation>%1에 확인한 상태로 표시합니다.</translation>
    </message>
    <message>
        <source>They stand as they were given. To change them: detach, then attach again.</source>
        <translation>지정한 그대로입니다. 바꾸려면 분리한 뒤 다시 연결하십시오.</translation>
    </message>
    <message>
        <source>They stand in run.yaml as they are: not for secrets.</source>
        <translation>run.yaml에 그대로 들어가므로 비밀 값에는 쓰지 마십시오.</translation>
    </message>
    <message>
        <source>They would be copied with the run. The files page leaves them out with one click.</source>
        <translation>실행과 함께 복사됩니다. 파일 페이지에서 한 번 눌러 뺄 수 있습니다.</translation>
    </message>
    <message>
        <source>This account does not run commands in a POSIX shell.</source>
        <translation>이 계정은 POSIX 셸에서 명령을 실행하지 않습니다.</translation>
    </message>
    <message>
        <source>This account lacks the permission: whoever owns the resource can give it.</source>
        <translation>이 계정에는 권한이 없습니다. 리소스의 소유자가 권한을 줄 수 있습니다.</translation>
    </message>
    <message>
        <source>This becomes its version %1.</source>
        <translation>%1번 버전이 됩니다.</translation>
    </message>
    <message>
        <source>This becomes its version %1; version %2 answers until that is healthy.</source>
        <translation>%1번 버전이 되며, 정상이 될 때까지 %2번 버전이 응답합니다.</translation>
    </message>
    <message>
        <source>This build needs BuildKit, and no docker command here has it.</source>
        <translation>이 빌드에는 BuildKit이 필요한데, 여기에는 BuildKit이 있는 docker 명령이 없습니다.</translation>
    </message>
    <message>
        <source>This cannot be used</source>
        <translation>쓸 수 없음</translation>
    </message>
    <message>
        <source>This command, in a terminal there, removes it:</source>
        <translation>그 컴퓨터의 터미널에서 다음 명령으로 제거합니다.</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>이 컴퓨터</translation>
    </message>
    <message>
        <source>This computer (“local”) is always there and cannot be detached.</source>
        <translation>이 컴퓨터(“local”)는 항상 있으므로 분리할 수 없습니다.</translation>
    </message>
    <message>
        <source>This computer has no certificates, proxies or settings of pip and conda.</source>
        <translation>이 컴퓨터에는 인증서, 프록시, pip 및 conda 설정이 없습니다.</translation>
    </message>
    <message>
        <source>This computer has no free port left.</source>
        <translation>이 컴퓨터에 빈 포트가 남아 있지 않습니다.</translation>
    </message>
    <message>
        <source>This computer has no managed identity that could sign in.</source>
        <translation>이 컴퓨터에는 로그인할 수 있는 관리 ID가 없습니다.</translation>
    </message>
    <message>
        <source>This computer&apos;s certificates were given to the build: the one that is missing must be added to them first.</source>
        <translation>이 컴퓨터의 인증서를 빌드에 전달했습니다. 빠진 인증서를 먼저 추가해야 합니다.</translation>
    </message>
    <message>
        <source>This deletes %1 and its disks. Type its name: </source>
        <translation>%1과(와) 그 디스크를 삭제합니다. 이름을 입력하십시오:</translation>
    </message>
    <message>
        <source>This endpoint</source>
        <translation>이 엔드포인트</translation>
    </message>
    <message>
        <source>This file is yours or the system&apos;s, and Mooring never writes it:</source>
        <translation>사용자나 시스템의 파일이며 Mooring은 쓰지 않습니다.</translation>
    </message>
    <message>
        <source>This host does not let us look for processes, so that none being left is not proved.</source>
        <translation>이 호스트에서는 프로세스를 찾을 수 없어, 남은 것이 없다고 증명되지 않았습니다.</translation>
    </message>
    <message>
        <source>This is already attached as %1.</source>
        <translation>이미 연결되어 있습니다. 이름: %1</translation>
    </message>
    <message>
        <source>This is already attached as %1: a second attachment would break that one.</source>
        <translation>이미 %1 이름으로 연결되어 있습니다. 두 번째 연결은 첫 번째를 망가뜨립니다.</translation>
    </message>
    <message>
        <source>This is attached already, as %1</source>
        <comment>a target</comment>
        <translation>이미 연결되어 있습니다: %1</translation>
    </message>
    <message>
        <source>This is everything that is sent</source>
        <translation>보내는 것은 이것이 전부입니다</translation>
    </message>
    <message>
        <source>This is no config.json of an Azure ML workspace.</source>
        <translation>Azure ML 작업 영역의 config.json이 아닙니다.</translation>
    </message>
    <message>
        <source>This is no public key of a machine.</source>
        <translation>컴퓨터의 공개 키가 아닙니다.</translation>
    </message>
    <message>
        <source>This is not the resource ID of an Azure ML workspace.</source>
        <translation>Azure ML 작업 영역의 리소스 ID가 아닙니다.</translation>
    </message>
    <message>
        <source>This is not the sign-in that Mooring waits for.</source>
        <translation>Mooring이 기다리는 로그인이 아닙니다.</translation>
    </message>
    <message>
        <source>This is not valid YAML.</source>
        <translation>올바른 YAML이 아닙니다.</translation>
    </message>
    <message>
        <source>This is the ID of another kind of resource (%1), not of %2.</source>
        <translation>다른 종류의 리소스 ID(%1)입니다. 필요한 종류: %2</translation>
    </message>
    <message>
        <source>This is the ID of another kind of resource (%1), not of a virtual machine.</source>
        <translation>가상 머신이 아닌 다른 종류의 리소스 ID입니다(%1).</translation>
    </message>
    <message>
        <source>This is what %1 had %2 ago, without hashes.</source>
        <translation>%2 전에 %1에 있던 내용입니다. 해시는 없습니다.</translation>
    </message>
    <message>
        <source>This is what %1 had %2 ago.</source>
        <translation>%2 전에 %1에 있던 내용입니다.</translation>
    </message>
    <message>
        <source>This is what Azure ML said %1 ago.</source>
        <translation>%1 전에 Azure ML이 알려 준 내용입니다.</translation>
    </message>
    <message>
        <source>This key is not on record for %1.</source>
        <translation>이 키는 %1의 기록에 없습니다.</translation>
    </message>
    <message>
        <source>This kind has no fields.</source>
        <translation>이 종류에는 필드가 없습니다.</translation>
    </message>
    <message>
        <source>This looks like Windows. Runs need a POSIX shell and Linux.</source>
        <translation>Windows로 보입니다. 실행에는 POSIX 셸과 Linux가 필요합니다.</translation>
    </message>
    <message>
        <source>This one</source>
        <translation>이 포트</translation>
    </message>
    <message>
        <source>This port is taken. Take another one, or replace who has it.</source>
        <translation>이 포트는 사용 중입니다. 다른 포트를 쓰거나 사용 중인 것을 교체하십시오.</translation>
    </message>
    <message>
        <source>This resource is attached already, as “%1”.</source>
        <translation>이 자원은 이미 연결되어 있습니다. 이름: “%1”</translation>
    </message>
    <message>
        <source>This run</source>
        <translation>이 실행</translation>
    </message>
    <message>
        <source>This sign-in ends with this command: the keychain did not keep it. %1</source>
        <translation>이 로그인은 이 명령과 함께 끝납니다. 키체인에 보관되지 않았습니다. %1</translation>
    </message>
    <message>
        <source>This window</source>
        <translation>이 창</translation>
    </message>
    <message>
        <source>This workspace can be read, not changed.</source>
        <translation>이 작업 영역은 읽을 수만 있고 바꿀 수 없습니다.</translation>
    </message>
    <message>
        <source>This workspace is already here as %1.</source>
        <translation>이 작업 영역은 이미 %1 이름으로 있습니다.</translation>
    </message>
    <message>
        <source>Throw the draft away</source>
        <translation>초안 버리기</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>시간</translation>
    </message>
    <message>
        <source>Time limit</source>
        <translation>시간 제한</translation>
    </message>
    <message>
        <source>Tiny job</source>
        <translation>아주 작은 작업</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>제목</translation>
    </message>
    <message>
        <source>To</source>
        <translation>끝</translation>
    </message>
    <message>
        <source>To Azure Container Instances, with the workspace %1.</source>
        <translation>Azure Container Instances에 배포합니다. 작업 영역: %1</translation>
    </message>
    <message>
        <source>To attach it under the new name, detach %1 first. Its runs keep their history.</source>
        <comment>a target</comment>
        <translation>새 이름으로 연결하려면 먼저 분리하십시오: %1. 실행 기록은 유지됩니다.</translation>
    </message>
    <message>
        <source>To forget this key</source>
        <translation>이 키를 지우려면</translation>
    </message>
    <message>
        <source>To local Docker.</source>
        <translation>로컬 Docker에 배포합니다.</translation>
    </message>
    <message>
        <source>To local Docker: %1, on this computer.</source>
        <translation>로컬 Docker에 배포: %1, 이 컴퓨터.</translation>
    </message>
    <message>
        <source>To local Docker: %1, rootless, on this computer.</source>
        <translation>로컬 Docker에 배포: %1, rootless, 이 컴퓨터.</translation>
    </message>
    <message>
        <source>To look at</source>
        <translation>확인할 점</translation>
    </message>
    <message>
        <source>To remove the rest, on that machine: %1</source>
        <translation>나머지를 제거하려면 그 컴퓨터에서: %1</translation>
    </message>
    <message>
        <source>To work with it here, deploy the model under a name of its own.</source>
        <translation>여기에서 쓰려면 모델을 다른 이름으로 배포하십시오.</translation>
    </message>
    <message>
        <source>Token expires while working</source>
        <translation>작업 중 토큰 만료</translation>
    </message>
    <message>
        <source>Too many requests</source>
        <translation>요청이 너무 많음</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>학습</translation>
    </message>
    <message>
        <source>Train where the GPU is; each check shows what it asked and what came back.</source>
        <translation>GPU가 있는 곳에서 학습합니다. 검사마다 무엇을 요청했고 무엇이 돌아왔는지 보여 줍니다.</translation>
    </message>
    <message>
        <source>Train with Python or conda</source>
        <translation>Python, conda로 학습</translation>
    </message>
    <message>
        <source>Training and inference can run there.</source>
        <translation>학습과 추론을 실행할 수 있습니다.</translation>
    </message>
    <message>
        <source>Training can run there.</source>
        <translation>학습을 실행할 수 있습니다.</translation>
    </message>
    <message>
        <source>Trains a small model in about 20 s. Works offline.</source>
        <translation>약 20초 동안 작은 모델을 학습합니다. 오프라인에서도 됩니다.</translation>
    </message>
    <message>
        <source>Tried in this order</source>
        <translation>이 순서로 시도함</translation>
    </message>
    <message>
        <source>Trust a key that was never seen</source>
        <translation>처음 보는 키를 신뢰</translation>
    </message>
    <message>
        <source>Trust exactly this key</source>
        <translation>정확히 이 키만 신뢰</translation>
    </message>
    <message>
        <source>Trust from now on</source>
        <translation>앞으로 신뢰</translation>
    </message>
    <message>
        <source>Trust it? Type yes, once or the fingerprint; anything else means no: </source>
        <translation>신뢰하겠습니까? yes, once 또는 지문을 입력하십시오. 그 밖의 입력은 거절입니다: </translation>
    </message>
    <message>
        <source>Trust once</source>
        <translation>한 번만 신뢰</translation>
    </message>
    <message>
        <source>Try</source>
        <translation>시도</translation>
    </message>
    <message>
        <source>Try again when it is done.</source>
        <translation>그것이 끝난 뒤 다시 시도하십시오.</translation>
    </message>
    <message>
        <source>Try again when that program is done.</source>
        <translation>그 프로그램이 끝난 뒤 다시 시도하십시오.</translation>
    </message>
    <message>
        <source>Try it</source>
        <translation>시험해 보기</translation>
    </message>
    <message>
        <source>Try it again, or say another port.</source>
        <translation>다시 시도하거나 다른 포트를 지정하십시오.</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>지금 다시 시도</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>종류</translation>
    </message>
    <message>
        <source>Type %1 to go on</source>
        <translation>계속하려면 입력하십시오: %1</translation>
    </message>
    <message>
        <source>Type in Azure ML</source>
        <translation>Azure ML에서의 종류</translation>
    </message>
    <message>
        <source>Type it at %1</source>
        <comment>%1 an address</comment>
        <translation>입력할 곳: %1</translation>
    </message>
    <message>
        <source>Typed</source>
        <translation>직접 입력</translation>
    </message>
    <message>
        <source>Undeploy another endpoint of the region, or ask for a higher quota in the Azure portal.</source>
        <translation>같은 지역의 다른 엔드포인트를 삭제하거나 Azure Portal에서 할당량을 늘려 달라고 요청하십시오.</translation>
    </message>
    <message>
        <source>Undeploy it first, or choose another name.</source>
        <translation>먼저 배포를 취소하거나 다른 이름을 고르십시오.</translation>
    </message>
    <message>
        <source>Undeployed: %1</source>
        <translation>배포 취소됨: %1</translation>
    </message>
    <message>
        <source>Undo the last change of a setting</source>
        <translation>마지막 설정 변경 되돌리기</translation>
    </message>
    <message>
        <source>Unhealthy</source>
        <translation>비정상</translation>
    </message>
    <message>
        <source>Unhealthy, it does not answer</source>
        <translation>비정상, 응답 없음</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>알 수 없음</translation>
    </message>
    <message>
        <source>Unknown</source>
        <comment>endpoint</comment>
        <translation>알 수 없음</translation>
    </message>
    <message>
        <source>Unknown since %1</source>
        <translation>%1부터 알 수 없음</translation>
    </message>
    <message>
        <source>Unlock it in the desktop; nothing is known about its entries until then.</source>
        <translation>데스크톱에서 잠금을 푸십시오. 그때까지 항목에 대해 알 수 있는 것이 없습니다.</translation>
    </message>
    <message>
        <source>Unlock the keychain of your desktop, then try again.</source>
        <translation>데스크톱의 키체인 잠금을 푼 뒤 다시 시도하십시오.</translation>
    </message>
    <message>
        <source>Until Mooring ends</source>
        <translation>Mooring을 끝낼 때까지</translation>
    </message>
    <message>
        <source>Until Mooring ends: the keychain did not keep it. %1</source>
        <translation>Mooring을 끝낼 때까지입니다. 키체인에 보관되지 않았습니다. %1</translation>
    </message>
    <message>
        <source>Until Mooring ends: there is no keychain</source>
        <translation>Mooring이 끝날 때까지: 키체인이 없습니다</translation>
    </message>
    <message>
        <source>Until it is mended the record stays as Failed. Detaching removes only the record; then attach again.</source>
        <translation>고칠 때까지 기록은 실패로 남습니다. 분리하면 기록만 없어지며, 그 뒤에 다시 연결하십시오.</translation>
    </message>
    <message>
        <source>Up, Down: choose</source>
        <translation>위, 아래: 선택</translation>
    </message>
    <message>
        <source>Up, and what cost at %1</source>
        <comment>a time</comment>
        <translation>%1의 켜진 시간과 과금</translation>
    </message>
    <message>
        <source>Up, and what costs</source>
        <translation>켜진 시간과 과금</translation>
    </message>
    <message>
        <source>Update the SSH server, or allow one of Mooring&apos;s algorithms there. Weak ones are never used.</source>
        <translation>SSH 서버를 업데이트하거나 Mooring의 알고리즘 중 하나를 허용하십시오. 약한 알고리즘은 사용하지 않습니다.</translation>
    </message>
    <message>
        <source>Update…</source>
        <translation>업데이트…</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>사용</translation>
    </message>
    <message>
        <source>Use %1</source>
        <comment>a port</comment>
        <translation>%1 사용</translation>
    </message>
    <message>
        <source>Use %1</source>
        <comment>a target</comment>
        <translation>사용: %1</translation>
    </message>
    <message>
        <source>Use %1, or detach it first.</source>
        <translation>이것을 쓰거나 먼저 분리하십시오: %1</translation>
    </message>
    <message>
        <source>Use --secret %1=- (one line of standard input), %1=@FILE or %1=env:VAR.</source>
        <translation>--secret %1=-(표준 입력 한 줄), %1=@FILE 또는 %1=env:VAR를 쓰십시오.</translation>
    </message>
    <message>
        <source>Use 2 to 32 letters, digits and “-”, with a letter first and no “-” at the end.</source>
        <translation>영문자, 숫자, “-”를 2자에서 32자까지 쓰되, 영문자로 시작하고 “-”로 끝내지 마십시오.</translation>
    </message>
    <message>
        <source>Use 3 to 52 small letters, digits and “-”, with a letter first and no “-” at the end.</source>
        <translation>소문자, 숫자, “-”를 3~52자 사용하되 문자로 시작하고 “-”로 끝나지 않게 하십시오.</translation>
    </message>
    <message>
        <source>Use a Python that is there</source>
        <translation>있는 Python 사용</translation>
    </message>
    <message>
        <source>Use a newer Mooring, or another profile with --profile.</source>
        <translation>더 새로운 Mooring을 쓰거나 --profile로 다른 프로필을 쓰십시오.</translation>
    </message>
    <message>
        <source>Use always</source>
        <translation>항상 사용</translation>
    </message>
    <message>
        <source>Use an account with a login shell, without a forced command.</source>
        <translation>로그인 셸이 있고 강제 명령이 없는 계정을 사용하십시오.</translation>
    </message>
    <message>
        <source>Use an account with a login shell. One that only copies files cannot start runs.</source>
        <translation>로그인 셸이 있는 계정을 사용하십시오. 파일만 복사하는 계정으로는 실행을 시작할 수 없습니다.</translation>
    </message>
    <message>
        <source>Use an image as it is</source>
        <translation>이미지를 그대로 사용</translation>
    </message>
    <message>
        <source>Use letters, digits and underscores, not beginning with a digit.</source>
        <translation>문자, 숫자, 밑줄을 쓰고 숫자로 시작하지 마십시오.</translation>
    </message>
    <message>
        <source>Use letters, digits and “_”, and no digit first.</source>
        <translation>영문자, 숫자, “_”를 쓰고 숫자로 시작하지 마십시오.</translation>
    </message>
    <message>
        <source>Use the practice lab</source>
        <translation>연습실 사용</translation>
    </message>
    <message>
        <source>Use this computer’s certificates and proxy in the build</source>
        <translation>빌드에 이 컴퓨터의 인증서와 프록시 사용</translation>
    </message>
    <message>
        <source>Use this computer’s settings</source>
        <translation>이 컴퓨터의 설정 사용</translation>
    </message>
    <message>
        <source>Use this interpreter</source>
        <translation>이 인터프리터 사용</translation>
    </message>
    <message>
        <source>Use this interpreter; it must have the inference server</source>
        <translation>이 인터프리터 사용. 추론 서버가 설치되어 있어야 함</translation>
    </message>
    <message>
        <source>Use “%1”, or detach it first.</source>
        <translation>이것을 쓰거나 먼저 분리하십시오: “%1”</translation>
    </message>
    <message>
        <source>Used: %1</source>
        <comment>an engine</comment>
        <translation>사용 중: %1</translation>
    </message>
    <message>
        <source>User</source>
        <translation>사용자</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>값</translation>
    </message>
    <message>
        <source>Value of a field, not a secret</source>
        <translation>필드의 값, 비밀 값 아님</translation>
    </message>
    <message>
        <source>Value of the variable</source>
        <translation>변수의 값</translation>
    </message>
    <message>
        <source>Values that nobody changed are left out.</source>
        <translation>바꾸지 않은 값은 생략합니다.</translation>
    </message>
    <message>
        <source>Variables</source>
        <translation>변수</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>판정</translation>
    </message>
    <message>
        <source>Verified after the removal</source>
        <translation>제거 후 확인</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>버전</translation>
    </message>
    <message>
        <source>Version %1</source>
        <translation>버전 %1</translation>
    </message>
    <message>
        <source>Version %1 answered the same.</source>
        <translation>버전 %1의 응답과 같습니다.</translation>
    </message>
    <message>
        <source>Version %1 answers %2, version %3 answers %4.</source>
        <translation>버전 %1의 응답은 %2, 버전 %3의 응답은 %4입니다.</translation>
    </message>
    <message>
        <source>Version %1 answers at %2</source>
        <translation>%1번 버전이 응답하는 주소: %2</translation>
    </message>
    <message>
        <source>Version %1 could not be ended: %2</source>
        <translation>버전을 종료할 수 없습니다: %1. %2</translation>
    </message>
    <message>
        <source>Version %1 could not be started again.</source>
        <translation>%1번 버전을 다시 시작하지 못했습니다.</translation>
    </message>
    <message>
        <source>Version %1 did not start. Version %2 goes on answering; nothing was replaced.</source>
        <translation>시작하지 못한 버전: %1. 버전 %2의 응답은 계속되며 교체된 것은 없습니다.</translation>
    </message>
    <message>
        <source>Version %1 goes on serving while version %2 is tried.</source>
        <translation>%2번 버전을 시험하는 동안 %1번 버전이 계속 응답합니다.</translation>
    </message>
    <message>
        <source>Version %1 is healthy and takes the place of version %2.</source>
        <translation>%1번 버전이 정상이므로 %2번 버전을 대신합니다.</translation>
    </message>
    <message>
        <source>Version or deployment to ask (default: the one that serves)</source>
        <translation>요청을 보낼 버전이나 배포(기본값: 작동 중인 것)</translation>
    </message>
    <message>
        <source>Version or deployment whose log is meant</source>
        <translation>로그를 볼 버전이나 배포</translation>
    </message>
    <message>
        <source>Version to ask</source>
        <translation>요청할 버전</translation>
    </message>
    <message>
        <source>Version to compare with</source>
        <translation>비교할 버전</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>버전</translation>
    </message>
    <message>
        <source>Versions %1 and %2 answer the same.</source>
        <translation>두 버전의 응답이 같습니다: %1, %2.</translation>
    </message>
    <message>
        <source>Wait for the run to end, or cancel it.</source>
        <translation>실행이 끝날 때까지 기다리거나 중단하십시오.</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>기다리는 중</translation>
    </message>
    <message>
        <source>Waiting for the browser</source>
        <translation>브라우저를 기다리는 중</translation>
    </message>
    <message>
        <source>Waiting for the first answer</source>
        <translation>첫 응답을 기다리는 중</translation>
    </message>
    <message>
        <source>Waiting for the sign-in</source>
        <translation>로그인을 기다리는 중</translation>
    </message>
    <message>
        <source>Waiting until the code is used</source>
        <translation>코드를 쓰기를 기다리는 중</translation>
    </message>
    <message>
        <source>Waits for your answer</source>
        <translation>답변 대기 중</translation>
    </message>
    <message>
        <source>Warned</source>
        <translation>경고</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>경고</translation>
    </message>
    <message>
        <source>What %1 said about its leftovers cannot be read.</source>
        <translation>%1 쪽에서 남은 항목에 대해 답한 내용을 읽을 수 없습니다.</translation>
    </message>
    <message>
        <source>What Azure ML asks for</source>
        <translation>Azure ML이 요구하는 것</translation>
    </message>
    <message>
        <source>What Azure ML does with it</source>
        <translation>Azure ML이 하는 일</translation>
    </message>
    <message>
        <source>What Azure says</source>
        <translation>Azure의 설명</translation>
    </message>
    <message>
        <source>What Azure says of it</source>
        <translation>Azure가 알려 주는 것</translation>
    </message>
    <message>
        <source>What Azure says of the workspace %1 cannot be used.</source>
        <translation>Azure가 작업 영역 %1에 대해 알려 준 것을 쓸 수 없습니다.</translation>
    </message>
    <message>
        <source>What Mooring does</source>
        <translation>Mooring이 하는 일</translation>
    </message>
    <message>
        <source>What Mooring itself is doing now is canceled, and what it began is undone.</source>
        <translation>Mooring 자체가 지금 하는 일이 중단되고, 시작한 것은 되돌려집니다.</translation>
    </message>
    <message>
        <source>What Mooring left there is not known, and stays.</source>
        <translation>Mooring이 남긴 것을 알 수 없으며, 그대로 남습니다.</translation>
    </message>
    <message>
        <source>What Mooring left there is not known, and stays: %1</source>
        <comment>an error</comment>
        <translation>Mooring이 남긴 것을 알 수 없으며, 그대로 남습니다: %1</translation>
    </message>
    <message>
        <source>What a container group takes, Azure tells minutes later: see its metrics in the portal.</source>
        <translation>컨테이너 그룹의 사용량은 Azure가 몇 분 뒤에 알려 줍니다. 포털의 메트릭을 확인하십시오.</translation>
    </message>
    <message>
        <source>What a run is</source>
        <translation>실행이란</translation>
    </message>
    <message>
        <source>What an endpoint takes is told for containers, not for a process.</source>
        <translation>엔드포인트의 자원 사용량은 프로세스가 아니라 컨테이너에서만 알 수 있습니다.</translation>
    </message>
    <message>
        <source>What an online endpoint takes, Azure tells minutes later: see its metrics in the portal.</source>
        <translation>온라인 엔드포인트의 사용량은 Azure가 몇 분 뒤에 알려 줍니다. 포털의 메트릭을 보십시오.</translation>
    </message>
    <message>
        <source>What answers at %1 does not speak HTTP as it should.</source>
        <translation>응답이 올바른 HTTP가 아닙니다: %1</translation>
    </message>
    <message>
        <source>What answers at %1 is not Docker.</source>
        <translation>Docker가 아닌 것이 응답합니다: %1</translation>
    </message>
    <message>
        <source>What arrived on %1 is not what was sent. The snapshot was not made.</source>
        <translation>도착한 것이 보낸 것과 다릅니다: %1. 스냅샷을 만들지 않았습니다.</translation>
    </message>
    <message>
        <source>What became of it</source>
        <translation>결과</translation>
    </message>
    <message>
        <source>What became of the run %1 could not be read.</source>
        <translation>%1 실행이 어떻게 되었는지 읽지 못했습니다.</translation>
    </message>
    <message>
        <source>What came back is in the language of that check. Check again to read it in this one.</source>
        <translation>응답은 그 검사를 할 때의 언어로 적혀 있습니다. 이 언어로 보려면 다시 검사하십시오.</translation>
    </message>
    <message>
        <source>What came of it</source>
        <translation>결과</translation>
    </message>
    <message>
        <source>What costs</source>
        <translation>과금</translation>
    </message>
    <message>
        <source>What goes along with the scoring script. Without one it is the folder that the script is in.</source>
        <translation>채점 스크립트와 함께 가는 것. 정하지 않으면 스크립트가 있는 폴더입니다.</translation>
    </message>
    <message>
        <source>What goes in</source>
        <translation>들어가는 것</translation>
    </message>
    <message>
        <source>What goes to Azure</source>
        <translation>Azure로 가는 것</translation>
    </message>
    <message>
        <source>What goes wrong, and when: NAME[:once|:always|:after-N]</source>
        <translation>무엇이 언제 잘못되는지: NAME[:once|:always|:after-N]</translation>
    </message>
    <message>
        <source>What happens</source>
        <translation>진행 내용</translation>
    </message>
    <message>
        <source>What happens next</source>
        <translation>다음에 일어나는 일</translation>
    </message>
    <message>
        <source>What has a password is a secret of the build and in no layer.</source>
        <translation>암호가 있는 것은 빌드의 비밀로 전달되며 어느 레이어에도 남지 않습니다.</translation>
    </message>
    <message>
        <source>What is kept where</source>
        <translation>무엇이 어디에 보관되는지</translation>
    </message>
    <message>
        <source>What is kept, and where</source>
        <translation>무엇을 어디에 보관하는지</translation>
    </message>
    <message>
        <source>What is known of it</source>
        <translation>알려진 것</translation>
    </message>
    <message>
        <source>What is sent</source>
        <translation>보내는 것</translation>
    </message>
    <message>
        <source>What is shown comes from Azure, and what you do goes there.</source>
        <translation>보이는 것은 Azure에서 오고 하는 일은 Azure로 갑니다.</translation>
    </message>
    <message>
        <source>What is shown here was read from %1 at %2.</source>
        <translation>여기에 표시된 내용은 %2에 %1에서 읽었습니다.</translation>
    </message>
    <message>
        <source>What it can do</source>
        <translation>할 수 있는 일</translation>
    </message>
    <message>
        <source>What it has</source>
        <translation>사양</translation>
    </message>
    <message>
        <source>What it must have</source>
        <translation>필요한 것</translation>
    </message>
    <message>
        <source>What it takes now</source>
        <translation>현재 사용량</translation>
    </message>
    <message>
        <source>What keeps files here</source>
        <translation>파일을 여기 남기는 것</translation>
    </message>
    <message>
        <source>What runs find installed</source>
        <translation>실행이 쓸 수 있게 설치된 것</translation>
    </message>
    <message>
        <source>What runs on it ends. Its disk stays and still costs, and so does its address.</source>
        <translation>그 위에서 실행 중인 것은 끝납니다. 디스크와 주소는 남아서 계속 과금됩니다.</translation>
    </message>
    <message>
        <source>What runs on it ends. Its disk stays as it is.</source>
        <translation>그 위에서 실행 중인 것은 끝납니다. 디스크는 그대로 남습니다.</translation>
    </message>
    <message>
        <source>What runs, with what, and where. Folder and script are usually enough.</source>
        <translation>무엇을, 무엇으로, 어디서 실행할지 정합니다. 대개 폴더와 스크립트면 충분합니다.</translation>
    </message>
    <message>
        <source>What signing in does</source>
        <translation>로그인하면 하는 일</translation>
    </message>
    <message>
        <source>What signs %1 in again cannot be read from the keychain.</source>
        <translation>다시 로그인하는 데 필요한 값을 키체인에서 읽을 수 없습니다. 계정: %1</translation>
    </message>
    <message>
        <source>What stays after a detach</source>
        <translation>분리한 뒤에 남는 것</translation>
    </message>
    <message>
        <source>What stays there, what is gone</source>
        <translation>남은 것과 없어진 것</translation>
    </message>
    <message>
        <source>What still costs</source>
        <translation>계속 과금되는 것</translation>
    </message>
    <message>
        <source>What the run printed came back in a form that cannot be read.</source>
        <translation>실행이 출력한 내용이 읽을 수 없는 형식으로 돌아왔습니다.</translation>
    </message>
    <message>
        <source>What the script logs with MLflow, azureml or TensorBoard is drawn here as it comes. One line is enough:</source>
        <translation>스크립트가 MLflow, azureml, TensorBoard로 기록하는 것이 오는 대로 여기에 그려집니다. 한 줄이면 됩니다:</translation>
    </message>
    <message>
        <source>What the script writes to outputs/ is listed here as it appears.</source>
        <translation>스크립트가 outputs/에 쓰는 것이 나타나는 대로 여기에 나열됩니다.</translation>
    </message>
    <message>
        <source>What the store has already is not sent again.</source>
        <translation>저장소에 이미 있는 것은 다시 보내지 않습니다.</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>할 일</translation>
    </message>
    <message>
        <source>What training leaves behind</source>
        <translation>학습이 남기는 것</translation>
    </message>
    <message>
        <source>What was done</source>
        <translation>한 일</translation>
    </message>
    <message>
        <source>What was only on its disks exists nowhere else.</source>
        <translation>그 디스크에만 있던 것은 다른 곳에 없습니다.</translation>
    </message>
    <message>
        <source>What you change afterwards does not reach it.</source>
        <translation>나중에 바꾸는 것은 실행에 영향을 주지 않습니다.</translation>
    </message>
    <message>
        <source>When: %1</source>
        <comment>%1 a fault</comment>
        <translation>언제: %1</translation>
    </message>
    <message>
        <source>Where Docker is looked for</source>
        <translation>Docker를 찾는 곳</translation>
    </message>
    <message>
        <source>Where a model answers requests</source>
        <translation>모델이 요청에 응답하는 곳</translation>
    </message>
    <message>
        <source>Where it is</source>
        <translation>있는 곳</translation>
    </message>
    <message>
        <source>Where jobs run. Empty: default.</source>
        <translation>작업이 실행되는 곳입니다. 비우면 default입니다.</translation>
    </message>
    <message>
        <source>Where runs happen</source>
        <translation>실행이 일어나는 곳</translation>
    </message>
    <message>
        <source>Where tasks run.</source>
        <translation>태스크가 실행되는 곳입니다.</translation>
    </message>
    <message>
        <source>Where the cloud has certificates of its own, name their file with “cloud add … --ca FILE”.</source>
        <translation>클라우드에 자체 인증서가 있으면 “cloud add … --ca FILE”로 그 파일을 지정하십시오.</translation>
    </message>
    <message>
        <source>Where the request comes from</source>
        <translation>요청의 출처</translation>
    </message>
    <message>
        <source>Whether the run was started is not known.</source>
        <translation>실행이 시작되었는지 알 수 없습니다.</translation>
    </message>
    <message>
        <source>Which files are shown</source>
        <translation>표시할 파일</translation>
    </message>
    <message>
        <source>Which machine is to be known?</source>
        <translation>어느 컴퓨터를 알아 둡니까?</translation>
    </message>
    <message>
        <source>Which of several identities; without one: the machine&apos;s own.</source>
        <translation>여러 ID 중 하나입니다. 비워 두면 컴퓨터 자체의 ID를 씁니다.</translation>
    </message>
    <message>
        <source>Which of several managed identities</source>
        <translation>여러 관리 ID 중 어느 것인지</translation>
    </message>
    <message>
        <source>Which targets</source>
        <translation>표시할 대상</translation>
    </message>
    <message>
        <source>Which workspaces</source>
        <translation>어떤 작업 영역</translation>
    </message>
    <message>
        <source>Who is signed in</source>
        <translation>로그인한 계정</translation>
    </message>
    <message>
        <source>Who may list the keys of the workspace&apos;s computes can read the password or key there.</source>
        <translation>작업 영역 계산 대상의 키를 나열할 권한이 있는 사람은 거기서 암호나 키를 읽을 수 있습니다.</translation>
    </message>
    <message>
        <source>Whoever can reach such an address rules the machine.</source>
        <translation>그런 주소에 접근할 수 있는 사람은 그 컴퓨터를 지배합니다.</translation>
    </message>
    <message>
        <source>Whoever holds a revoked key may not be that machine. Its owner has to give it a new key.</source>
        <translation>폐기된 키를 가진 쪽은 그 컴퓨터가 아닐 수 있습니다. 소유자가 새 키를 만들어야 합니다.</translation>
    </message>
    <message>
        <source>Whose records</source>
        <translation>누구의 기록</translation>
    </message>
    <message>
        <source>Why it is built: %1</source>
        <comment>an instruction</comment>
        <translation>빌드하는 이유: %1</translation>
    </message>
    <message>
        <source>With --clean: also outputs that were never fetched</source>
        <translation>--clean과 함께: 가져오지 않은 출력도 제거</translation>
    </message>
    <message>
        <source>With --follow: exit with the script&apos;s own exit code</source>
        <translation>--follow와 함께: 스크립트의 종료 코드로 끝내기</translation>
    </message>
    <message>
        <source>With 0 the cluster costs nothing while nobody uses it.</source>
        <translation>0이면 아무도 쓰지 않을 때 클러스터가 과금되지 않습니다.</translation>
    </message>
    <message>
        <source>With a code, in a browser anywhere</source>
        <translation>아무 곳의 브라우저에서나 코드로</translation>
    </message>
    <message>
        <source>With add: the public key itself; nothing is contacted</source>
        <translation>add에서: 공개 키 자체. 아무 곳에도 연결하지 않음</translation>
    </message>
    <message>
        <source>With column names</source>
        <translation>열 이름 포함</translation>
    </message>
    <message>
        <source>Without a keychain secrets stay in memory until Mooring closes. They are in no file of this profile.</source>
        <translation>키체인이 없으면 비밀 값은 Mooring을 닫을 때까지 메모리에만 있습니다. 이 프로필의 어떤 파일에도 없습니다.</translation>
    </message>
    <message>
        <source>Without one it is made from the script: train-001.</source>
        <translation>없으면 스크립트에서 만듭니다: train-001</translation>
    </message>
    <message>
        <source>Without one: the registration that Mooring uses.</source>
        <translation>비워 두면 Mooring이 쓰는 등록을 씁니다.</translation>
    </message>
    <message>
        <source>Working folder</source>
        <translation>작업 폴더</translation>
    </message>
    <message>
        <source>Works offline</source>
        <translation>오프라인 사용 가능</translation>
    </message>
    <message>
        <source>Workspace</source>
        <translation>작업 영역</translation>
    </message>
    <message>
        <source>Workspace ID</source>
        <translation>작업 영역 ID</translation>
    </message>
    <message>
        <source>Workspace address</source>
        <translation>작업 영역 주소</translation>
    </message>
    <message>
        <source>Workspace to use</source>
        <translation>쓸 작업 영역</translation>
    </message>
    <message>
        <source>Workspace: %1</source>
        <translation>작업 영역: %1</translation>
    </message>
    <message>
        <source>Workspaces</source>
        <translation>작업 영역</translation>
    </message>
    <message>
        <source>Workspaces of this profile</source>
        <translation>이 프로필의 작업 영역</translation>
    </message>
    <message>
        <source>Wrap lines</source>
        <translation>줄 바꿈</translation>
    </message>
    <message>
        <source>Write the versions into the requirements.</source>
        <translation>버전을 요구 사항 파일에 직접 쓰십시오.</translation>
    </message>
    <message>
        <source>Write to this file</source>
        <translation>이 파일에 쓰기</translation>
    </message>
    <message>
        <source>Writing the run&apos;s files</source>
        <translation>실행의 파일을 쓰는 중</translation>
    </message>
    <message>
        <source>Written: %1. Edit it with a program of yours; this page follows.</source>
        <translation>저장됨: %1. 편집기로 편집하십시오. 이 페이지가 따라갑니다.</translation>
    </message>
    <message>
        <source>Wrong password</source>
        <translation>잘못된 암호</translation>
    </message>
    <message>
        <source>You can close this window and go back to Mooring.</source>
        <translation>이 창을 닫고 Mooring으로 돌아가도 됩니다.</translation>
    </message>
    <message>
        <source>You can leave this page, it goes on.</source>
        <translation>이 페이지를 떠나도 계속됩니다.</translation>
    </message>
    <message>
        <source>You can leave this page, the build goes on. Nothing is replaced before the new one is healthy.</source>
        <translation>이 페이지를 떠나도 빌드는 계속됩니다. 새 엔드포인트가 정상이 되기 전에는 아무것도 교체되지 않습니다.</translation>
    </message>
    <message>
        <source>You can leave this page, the start goes on. Nothing is replaced before the new one is healthy.</source>
        <translation>이 페이지를 떠나도 시작은 계속됩니다. 새 엔드포인트가 정상이 되기 전에는 아무것도 교체되지 않습니다.</translation>
    </message>
    <message>
        <source>You can run the checks again at any time.</source>
        <translation>검사는 언제든 다시 실행할 수 있습니다.</translation>
    </message>
    <message>
        <source>You may not use Docker: no right to open %1.</source>
        <translation>Docker를 쓸 권한이 없습니다: %1</translation>
    </message>
    <message>
        <source>You see which files go along, and choose the environment. Nothing is copied or started before the last step.</source>
        <translation>함께 갈 파일을 보고 환경을 고릅니다. 마지막 단계 전에는 아무것도 복사하거나 시작하지 않습니다.</translation>
    </message>
    <message>
        <source>Your account sees none in the subscriptions that are ticked. One that was shared with you alone may be opened by its resource ID or its config.json.</source>
        <translation>선택한 구독에는 계정이 볼 수 있는 작업 영역이 없습니다. 따로 공유받은 작업 영역은 리소스 ID나 config.json으로 열 수 있습니다.</translation>
    </message>
    <message>
        <source>Your own known_hosts files are not touched.</source>
        <translation>사용자의 known_hosts 파일은 건드리지 않습니다.</translation>
    </message>
    <message>
        <source>Your own known_hosts files are read, never written. What is decided here is listed under Known machines.</source>
        <translation>사용자의 known_hosts 파일은 읽기만 합니다. 여기서 정한 것은 알려진 호스트에 나타납니다.</translation>
    </message>
    <message>
        <source>Your own: the form’s part of it is off. Its folder is the context of the build.</source>
        <translation>직접 작성한 파일: 양식의 해당 부분은 꺼져 있습니다. 그 폴더가 빌드의 컨텍스트입니다.</translation>
    </message>
    <message>
        <source>Your password</source>
        <translation>암호</translation>
    </message>
    <message>
        <source>Your price of a node hour: %1</source>
        <translation>지정한 노드 시간당 가격: %1</translation>
    </message>
    <message>
        <source>Your workspaces on this computer stay as they are and need no account.</source>
        <translation>이 컴퓨터의 작업 영역은 그대로 있으며 계정이 필요하지 않습니다.</translation>
    </message>
    <message>
        <source>Yours</source>
        <translation>사용자</translation>
    </message>
    <message>
        <source>a certificate authority, which Mooring cannot judge</source>
        <translation>인증 기관(Mooring은 판단할 수 없음)</translation>
    </message>
    <message>
        <source>a key, in this computer’s keychain; the address is public and plain HTTP</source>
        <translation>이 컴퓨터의 키체인에 있는 키. 주소는 공개되어 있으며 암호화되지 않은 HTTP입니다</translation>
    </message>
    <message>
        <source>a key, which Mooring asks Azure for when a request is sent, and does not keep</source>
        <translation>키. Mooring이 요청을 보낼 때 Azure에서 받고 저장하지 않습니다</translation>
    </message>
    <message>
        <source>a link, and code in Azure ML has none</source>
        <translation>링크이며, Azure ML의 코드에는 링크를 둘 수 없습니다</translation>
    </message>
    <message>
        <source>a list</source>
        <translation>목록</translation>
    </message>
    <message>
        <source>a list of keys with values</source>
        <translation>키와 값의 목록</translation>
    </message>
    <message>
        <source>a list of keys with values, each key a text</source>
        <translation>키와 값의 목록, 키는 모두 텍스트</translation>
    </message>
    <message>
        <source>a program of another user</source>
        <translation>다른 사용자의 프로그램</translation>
    </message>
    <message>
        <source>a text</source>
        <translation>텍스트</translation>
    </message>
    <message>
        <source>a text; write &quot;&quot; for an empty one</source>
        <translation>텍스트. 빈 것은 &quot;&quot;로 쓰십시오</translation>
    </message>
    <message>
        <source>a token of Azure ML, which Mooring asks for when a request is sent, and does not keep</source>
        <translation>Azure ML의 토큰. Mooring이 요청을 보낼 때 받고 저장하지 않습니다</translation>
    </message>
    <message>
        <source>a whole number of seconds</source>
        <translation>정수(초)</translation>
    </message>
    <message>
        <source>a workspace and the sample</source>
        <translation>작업 영역과 샘플</translation>
    </message>
    <message>
        <source>after %1</source>
        <comment>a duration</comment>
        <translation>%1 뒤</translation>
    </message>
    <message>
        <source>agent: %1 (%2)</source>
        <translation>에이전트: %1 (%2)</translation>
    </message>
    <message>
        <source>agent: not all keys were offered (left: %1), because servers end a sign-in after a few</source>
        <translation>에이전트: 일부 키를 제시하지 않음(남은 키: %1). 서버는 몇 번 만에 로그인을 끝냄</translation>
    </message>
    <message>
        <source>all %1</source>
        <translation>모두 %1</translation>
    </message>
    <message numerus="yes">
        <source>all %n files</source>
        <translation>
            <numerusform>파일 %n개 모두</numerusform>
        </translation>
    </message>
    <message>
        <source>all kept on this computer</source>
        <translation>모두 이 컴퓨터에 보관</translation>
    </message>
    <message>
        <source>already attached</source>
        <translation>이미 연결됨</translation>
    </message>
    <message>
        <source>always</source>
        <translation>항상</translation>
    </message>
    <message>
        <source>always left out</source>
        <translation>항상 제외</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>외 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>another key was shown</source>
        <translation>다른 키가 제시됨</translation>
    </message>
    <message>
        <source>another program</source>
        <translation>다른 프로그램</translation>
    </message>
    <message>
        <source>answered in %1 ms</source>
        <translation>%1 ms 만에 응답함</translation>
    </message>
    <message>
        <source>appearance</source>
        <translation>모양</translation>
    </message>
    <message>
        <source>as in %1</source>
        <comment>a run</comment>
        <translation>%1 때와 같음</translation>
    </message>
    <message>
        <source>as listed</source>
        <translation>목록과 같음</translation>
    </message>
    <message>
        <source>as of %1</source>
        <comment>a time</comment>
        <translation>%1 기준</translation>
    </message>
    <message>
        <source>as on this computer</source>
        <translation>이 컴퓨터와 같음</translation>
    </message>
    <message>
        <source>asked anew after the end</source>
        <translation>끝난 뒤 다시 물음</translation>
    </message>
    <message>
        <source>asked for when it is needed</source>
        <translation>필요할 때 묻습니다</translation>
    </message>
    <message>
        <source>at once for</source>
        <comment>requests</comment>
        <translation>건 동시,</translation>
    </message>
    <message>
        <source>attached</source>
        <translation>연결됨</translation>
    </message>
    <message>
        <source>attached %1</source>
        <comment>a time</comment>
        <translation>%1 연결됨</translation>
    </message>
    <message>
        <source>az ml takes a password only on its command line, where others see it.</source>
        <translation>az ml은 암호를 다른 사람에게 보이는 명령줄에서만 받습니다.</translation>
    </message>
    <message>
        <source>backups/, one before each change of the database&apos;s form</source>
        <translation>backups/, 데이터베이스 형식이 바뀌기 전마다 하나</translation>
    </message>
    <message>
        <source>begun (HTTP %1)</source>
        <translation>시작됨(HTTP %1)</translation>
    </message>
    <message>
        <source>being built</source>
        <translation>빌드 중</translation>
    </message>
    <message>
        <source>being looked at</source>
        <translation>살펴보는 중</translation>
    </message>
    <message>
        <source>billed apart</source>
        <translation>별도 청구</translation>
    </message>
    <message>
        <source>built</source>
        <translation>빌드됨</translation>
    </message>
    <message>
        <source>built for the first time</source>
        <translation>처음 빌드함</translation>
    </message>
    <message>
        <source>built from a Dockerfile</source>
        <translation>Dockerfile에서 빌드</translation>
    </message>
    <message>
        <source>built: %1</source>
        <comment>a sentence why</comment>
        <translation>빌드됨: %1</translation>
    </message>
    <message>
        <source>bytes</source>
        <translation>바이트</translation>
    </message>
    <message>
        <source>can serve inference</source>
        <translation>추론 가능</translation>
    </message>
    <message>
        <source>can train</source>
        <translation>학습 가능</translation>
    </message>
    <message>
        <source>canceled</source>
        <translation>중단됨</translation>
    </message>
    <message>
        <source>cannot be read: %1</source>
        <comment>the cause</comment>
        <translation>읽을 수 없음: %1</translation>
    </message>
    <message>
        <source>cannot serve inference</source>
        <translation>추론 불가</translation>
    </message>
    <message>
        <source>cannot train</source>
        <translation>학습 불가</translation>
    </message>
    <message>
        <source>changed since %1</source>
        <comment>a run</comment>
        <translation>%1 뒤에 바뀜</translation>
    </message>
    <message>
        <source>chosen in Mooring</source>
        <translation>Mooring에서 선택</translation>
    </message>
    <message>
        <source>cipher</source>
        <translation>암호화</translation>
    </message>
    <message>
        <source>closed loop, %1 at once, %2 s</source>
        <translation>닫힌 루프, 동시 %1건, %2초</translation>
    </message>
    <message>
        <source>computeType</source>
        <translation>computeType</translation>
    </message>
    <message>
        <source>container %1</source>
        <translation>컨테이너 %1</translation>
    </message>
    <message>
        <source>context %1</source>
        <translation>컨텍스트 %1</translation>
    </message>
    <message>
        <source>costs nothing</source>
        <translation>과금 없음</translation>
    </message>
    <message>
        <source>d MMM</source>
        <translation>M월 d일</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <translation>yyyy년 M월 d일</translation>
    </message>
    <message>
        <source>default</source>
        <translation>기본값</translation>
    </message>
    <message>
        <source>device</source>
        <translation>장치</translation>
    </message>
    <message>
        <source>disk and address cost</source>
        <translation>디스크와 주소가 과금됨</translation>
    </message>
    <message>
        <source>docker, process, or aci: Azure Container Instances of the open Azure ML workspace</source>
        <translation>docker, process 또는 aci(열려 있는 Azure ML 작업 영역의 Azure Container Instances)</translation>
    </message>
    <message>
        <source>does not answer</source>
        <translation>응답 없음</translation>
    </message>
    <message>
        <source>done (HTTP %1)</source>
        <translation>완료(HTTP %1)</translation>
    </message>
    <message>
        <source>draft</source>
        <translation>초안</translation>
    </message>
    <message>
        <source>empty body</source>
        <translation>빈 본문</translation>
    </message>
    <message>
        <source>empty folder</source>
        <translation>빈 폴더</translation>
    </message>
    <message>
        <source>ended %1</source>
        <translation>%1 끝남</translation>
    </message>
    <message>
        <source>ended %1 after %2</source>
        <translation>%2 뒤 %1 끝남</translation>
    </message>
    <message>
        <source>ended with its connection</source>
        <translation>연결과 함께 끝남</translation>
    </message>
    <message>
        <source>ended with its connection: KillUserProcesses=yes in logind.conf</source>
        <translation>연결과 함께 끝남: logind.conf의 KillUserProcesses=yes</translation>
    </message>
    <message>
        <source>endpoint at port %1</source>
        <translation>포트 %1의 엔드포인트</translation>
    </message>
    <message>
        <source>endpoint of another program, %1</source>
        <comment>%1 its maker</comment>
        <translation>다른 프로그램의 엔드포인트, %1</translation>
    </message>
    <message>
        <source>endpoint with an address of its own</source>
        <translation>자체 주소가 있는 엔드포인트</translation>
    </message>
    <message>
        <source>environment</source>
        <translation>환경</translation>
    </message>
    <message>
        <source>epoch %1</source>
        <translation>에포크 %1</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>실패</translation>
    </message>
    <message>
        <source>file system of the kernel</source>
        <translation>커널의 파일 시스템</translation>
    </message>
    <message>
        <source>for %1</source>
        <comment>a duration</comment>
        <translation>%1째</translation>
    </message>
    <message>
        <source>for less than a minute</source>
        <translation>1분 미만</translation>
    </message>
    <message>
        <source>free, asked just now</source>
        <translation>방금 물었고 비어 있음</translation>
    </message>
    <message>
        <source>goes along</source>
        <translation>함께 감</translation>
    </message>
    <message>
        <source>going on</source>
        <translation>진행 중</translation>
    </message>
    <message>
        <source>gpu-box, 10.20.4.22:2222, or an alias of ~/.ssh/config</source>
        <translation>gpu-box, 10.20.4.22:2222 또는 ~/.ssh/config의 별칭</translation>
    </message>
    <message>
        <source>has no targets</source>
        <translation>계산 대상 없음</translation>
    </message>
    <message>
        <source>hashed in the file</source>
        <translation>파일에 해시됨</translation>
    </message>
    <message>
        <source>host key</source>
        <translation>호스트 키</translation>
    </message>
    <message>
        <source>idle limit %1</source>
        <comment>how long</comment>
        <translation>유휴 제한 %1</translation>
    </message>
    <message>
        <source>in a container of %1</source>
        <translation>%1 컨테이너에서</translation>
    </message>
    <message>
        <source>in the keychain</source>
        <translation>키체인에 있음</translation>
    </message>
    <message>
        <source>in the keychain or in memory, in no file</source>
        <translation>키체인 또는 메모리, 어떤 파일에도 없음</translation>
    </message>
    <message>
        <source>in the workspace already</source>
        <translation>작업 영역에 이미 있음</translation>
    </message>
    <message>
        <source>init() failed</source>
        <translation>init() 실패</translation>
    </message>
    <message>
        <source>init() in line %1</source>
        <translation>init()은 %1행</translation>
    </message>
    <message>
        <source>init() of the scoring script</source>
        <translation>채점 스크립트의 init()</translation>
    </message>
    <message>
        <source>installed, not running</source>
        <translation>설치됨, 실행 중 아님</translation>
    </message>
    <message>
        <source>is being changed</source>
        <translation>변경 중</translation>
    </message>
    <message>
        <source>it answers, an earlier one counts</source>
        <translation>응답하지만 앞선 것이 우선함</translation>
    </message>
    <message>
        <source>it runs, but this user is not in the group docker</source>
        <translation>작동 중이지만 이 사용자가 docker 그룹에 없음</translation>
    </message>
    <message>
        <source>its disk and its address still cost</source>
        <translation>디스크와 주소는 계속 과금됨</translation>
    </message>
    <message>
        <source>its machine costs now</source>
        <translation>컴퓨터가 지금 과금됨</translation>
    </message>
    <message>
        <source>its name, such as python:3.11-slim</source>
        <translation>이름(예: python:3.11-slim)</translation>
    </message>
    <message>
        <source>its own network only</source>
        <translation>자체 네트워크에서만</translation>
    </message>
    <message>
        <source>its own only</source>
        <translation>자체 네트워크만</translation>
    </message>
    <message>
        <source>key %1</source>
        <translation>키 %1</translation>
    </message>
    <message>
        <source>key %1 (%2)</source>
        <translation>키 %1 (%2)</translation>
    </message>
    <message>
        <source>key exchange</source>
        <translation>키 교환</translation>
    </message>
    <message>
        <source>kind not known here: shown as is</source>
        <translation>알 수 없는 종류: 있는 그대로 표시</translation>
    </message>
    <message>
        <source>known</source>
        <translation>알려짐</translation>
    </message>
    <message>
        <source>leaves this computer</source>
        <translation>이 컴퓨터를 떠남</translation>
    </message>
    <message>
        <source>left out, as asked</source>
        <translation>요청에 따라 뺌</translation>
    </message>
    <message>
        <source>left, as chosen</source>
        <translation>선택한 대로 남김</translation>
    </message>
    <message>
        <source>legacy mode: no new jobs</source>
        <translation>레거시 모드: 새 작업 불가</translation>
    </message>
    <message>
        <source>line %1</source>
        <translation>%1행</translation>
    </message>
    <message>
        <source>list, add or remove</source>
        <translation>list, add 또는 remove</translation>
    </message>
    <message>
        <source>local Docker</source>
        <translation>로컬 Docker</translation>
    </message>
    <message>
        <source>longer than usual</source>
        <translation>보통보다 오래 걸림</translation>
    </message>
    <message>
        <source>looked again: not there</source>
        <translation>다시 확인: 없음</translation>
    </message>
    <message>
        <source>looked again: only outputs that were to stay</source>
        <translation>다시 확인: 남기기로 한 출력만 있음</translation>
    </message>
    <message>
        <source>looked again: still there</source>
        <translation>다시 확인: 아직 있음</translation>
    </message>
    <message>
        <source>looks like a secret: %1</source>
        <translation>비밀 값으로 보임: %1</translation>
    </message>
    <message>
        <source>looks like a secret: line %1, %2</source>
        <translation>비밀 값으로 보임: %1번째 줄, %2</translation>
    </message>
    <message>
        <source>made %1</source>
        <comment>a time</comment>
        <translation>%1에 만듦</translation>
    </message>
    <message>
        <source>made by %1</source>
        <translation>만든 프로그램: %1</translation>
    </message>
    <message>
        <source>made for MLflow</source>
        <translation>MLflow용으로 생성</translation>
    </message>
    <message>
        <source>made from the script</source>
        <translation>스크립트에서 만듦</translation>
    </message>
    <message>
        <source>milliseconds, from when each request was due</source>
        <translation>밀리초, 각 요청의 예정 시각부터</translation>
    </message>
    <message>
        <source>milliseconds, from when each request was sent</source>
        <translation>밀리초, 각 요청을 보낸 시각부터</translation>
    </message>
    <message>
        <source>model</source>
        <translation>모델</translation>
    </message>
    <message>
        <source>mooring accounts shows who is signed in.</source>
        <translation>mooring accounts로 로그인한 계정을 볼 수 있습니다.</translation>
    </message>
    <message>
        <source>mooring cloud list shows those there are.</source>
        <translation>mooring cloud list로 있는 것을 볼 수 있습니다.</translation>
    </message>
    <message>
        <source>mooring deploy makes one.</source>
        <translation>mooring deploy로 만들 수 있습니다.</translation>
    </message>
    <message>
        <source>mooring endpoints lists them.</source>
        <translation>mooring endpoints로 목록을 볼 수 있습니다.</translation>
    </message>
    <message>
        <source>mooring runs lists them.</source>
        <translation>목록: mooring runs</translation>
    </message>
    <message>
        <source>mooring targets lists them.</source>
        <translation>목록: mooring targets</translation>
    </message>
    <message>
        <source>mooring trust add HOST SHA256:…, or --key &quot;ssh-ed25519 AAAA…&quot;.</source>
        <translation>mooring trust add HOST SHA256:… 또는 --key &quot;ssh-ed25519 AAAA…&quot;.</translation>
    </message>
    <message>
        <source>mooring trust list shows all records.</source>
        <translation>mooring trust list로 모든 기록을 볼 수 있습니다.</translation>
    </message>
    <message>
        <source>mooring workspace list shows them.</source>
        <translation>mooring workspace list가 보여 줍니다.</translation>
    </message>
    <message>
        <source>mooring; sdk: Python of azureml-core; cli: az ml; terraform, ssh: of a target, as it can</source>
        <translation>mooring, sdk: azureml-core의 Python, cli: az ml, terraform과 ssh: 계산 대상에 가능한 경우</translation>
    </message>
    <message>
        <source>name and tag, such as python:3.11</source>
        <translation>이름과 태그(예: python:3.11)</translation>
    </message>
    <message>
        <source>named pipe</source>
        <translation>이름 있는 파이프</translation>
    </message>
    <message>
        <source>needs %1</source>
        <translation>필요한 것: %1</translation>
    </message>
    <message>
        <source>neither a shell nor SFTP answers</source>
        <translation>셸도 SFTP도 응답하지 않음</translation>
    </message>
    <message>
        <source>neither tar nor Python is there to take files in</source>
        <translation>파일을 받을 tar도 Python도 없음</translation>
    </message>
    <message>
        <source>never</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>new in the workspace</source>
        <translation>작업 영역에 새로 만듦</translation>
    </message>
    <message>
        <source>new since %1</source>
        <comment>a run</comment>
        <translation>%1 뒤에 새로 생김</translation>
    </message>
    <message>
        <source>no</source>
        <translation>아니요</translation>
    </message>
    <message>
        <source>no address here</source>
        <translation>주소 없음</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>응답 없음</translation>
    </message>
    <message>
        <source>no answer, %1</source>
        <comment>%1 a version</comment>
        <translation>응답 없음, %1</translation>
    </message>
    <message>
        <source>no byte for 5 minutes, then everything</source>
        <translation>5분 동안 한 바이트도 없다가 한꺼번에</translation>
    </message>
    <message>
        <source>no file chosen</source>
        <translation>선택한 파일 없음</translation>
    </message>
    <message>
        <source>no layer</source>
        <translation>레이어 없음</translation>
    </message>
    <message>
        <source>no layer of its own</source>
        <translation>자체 레이어 없음</translation>
    </message>
    <message>
        <source>no place for runs</source>
        <translation>실행을 둘 곳 없음</translation>
    </message>
    <message>
        <source>no process left</source>
        <translation>남은 프로세스 없음</translation>
    </message>
    <message>
        <source>no requests</source>
        <translation>요청 없음</translation>
    </message>
    <message>
        <source>no right to open %1</source>
        <translation>열 권한 없음: %1</translation>
    </message>
    <message>
        <source>no right to open %1: this session began before you joined the group %2</source>
        <translation>열 권한 없음: %1. 이 세션은 그룹에 들어가기 전에 시작되었음: %2</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>nobody looked</source>
        <translation>확인하지 않음</translation>
    </message>
    <message>
        <source>node</source>
        <translation>노드</translation>
    </message>
    <message>
        <source>node %1 of %2</source>
        <translation>노드 %1/%2</translation>
    </message>
    <message>
        <source>none</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>none before the first build</source>
        <translation>첫 빌드 전에는 없음</translation>
    </message>
    <message>
        <source>none found</source>
        <translation>찾지 못함</translation>
    </message>
    <message>
        <source>none given</source>
        <translation>정하지 않음</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>아직 없음</translation>
    </message>
    <message>
        <source>not a Python script</source>
        <translation>Python 스크립트 아님</translation>
    </message>
    <message>
        <source>not attached</source>
        <translation>연결되지 않음</translation>
    </message>
    <message>
        <source>not copied: %1</source>
        <comment>what it is</comment>
        <translation>복사하지 않음: %1</translation>
    </message>
    <message>
        <source>not finished</source>
        <translation>끝나지 않음</translation>
    </message>
    <message>
        <source>not installed</source>
        <translation>설치되지 않음</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>알 수 없음</translation>
    </message>
    <message>
        <source>not known yet</source>
        <translation>아직 알 수 없음</translation>
    </message>
    <message>
        <source>not known: it was not sent from here</source>
        <translation>알 수 없음: 여기에서 보낸 실행이 아닙니다</translation>
    </message>
    <message>
        <source>not looked at</source>
        <translation>살펴보지 않음</translation>
    </message>
    <message>
        <source>not looked for yet</source>
        <translation>아직 찾지 않음</translation>
    </message>
    <message>
        <source>not measured yet</source>
        <translation>아직 측정 안 함</translation>
    </message>
    <message>
        <source>not read yet</source>
        <translation>아직 읽지 않음</translation>
    </message>
    <message>
        <source>not readable</source>
        <translation>읽을 수 없음</translation>
    </message>
    <message>
        <source>not seen again</source>
        <translation>다시 확인하지 못함</translation>
    </message>
    <message>
        <source>not seen yet</source>
        <translation>아직 나타나지 않음</translation>
    </message>
    <message>
        <source>not set in this session</source>
        <translation>이 세션에서 설정되지 않음</translation>
    </message>
    <message>
        <source>not told</source>
        <translation>알려 주지 않음</translation>
    </message>
    <message>
        <source>not told by a closed loop</source>
        <translation>닫힌 루프로는 알 수 없음</translation>
    </message>
    <message>
        <source>not tried: a second sign-in would ask again. KillUserProcesses is %1</source>
        <translation>시도하지 않음: 두 번째 로그인은 다시 묻습니다. KillUserProcesses: %1</translation>
    </message>
    <message>
        <source>not up</source>
        <translation>꺼져 있음</translation>
    </message>
    <message>
        <source>not used</source>
        <translation>사용 안 함</translation>
    </message>
    <message>
        <source>nothing answers at %1 (%2), but %3 %4 does at %5</source>
        <translation>응답 없음: %1(%2). 하지만 %5에서 %3 %4 응답</translation>
    </message>
    <message>
        <source>nothing costs</source>
        <translation>과금 없음</translation>
    </message>
    <message>
        <source>nothing listens there</source>
        <translation>그곳에서 듣는 것이 없음</translation>
    </message>
    <message>
        <source>nothing of Mooring is left there</source>
        <translation>Mooring이 남긴 것 없음</translation>
    </message>
    <message>
        <source>nothing of this cluster</source>
        <translation>이 클러스터는 과금 없음</translation>
    </message>
    <message>
        <source>nothing on it was touched</source>
        <translation>아무것도 건드리지 않음</translation>
    </message>
    <message>
        <source>nothing sent yet</source>
        <translation>아직 보낸 요청 없음</translation>
    </message>
    <message>
        <source>nothing to keep</source>
        <translation>보관할 것 없음</translation>
    </message>
    <message>
        <source>nothing was asked for</source>
        <translation>요구된 것 없음</translation>
    </message>
    <message>
        <source>nvidia-smi ended with code %1</source>
        <translation>nvidia-smi가 끝남, 코드 %1</translation>
    </message>
    <message>
        <source>nvidia-smi gives no answer</source>
        <translation>nvidia-smi가 응답하지 않음</translation>
    </message>
    <message>
        <source>of %1–%2</source>
        <comment>least and most nodes</comment>
        <translation>%1–%2 중</translation>
    </message>
    <message numerus="yes">
        <source>of %n</source>
        <comment>versions</comment>
        <translation>
            <numerusform>총 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>of one</source>
        <comment>nodes</comment>
        <translation>1개 중</translation>
    </message>
    <message>
        <source>of the system</source>
        <translation>시스템의 것</translation>
    </message>
    <message>
        <source>off</source>
        <translation>꺼짐</translation>
    </message>
    <message>
        <source>on</source>
        <translation>켜짐</translation>
    </message>
    <message>
        <source>on another computer, an earlier one counts</source>
        <translation>다른 컴퓨터에 있으며 앞선 것이 우선함</translation>
    </message>
    <message>
        <source>on top of the desktop’s own</source>
        <translation>데스크톱 설정에 더하여</translation>
    </message>
    <message>
        <source>one of python, file and image, not two of them</source>
        <translation>python, file, image 가운데 하나만. 둘은 안 됨</translation>
    </message>
    <message>
        <source>one script, made for it</source>
        <translation>만들어진 스크립트 하나</translation>
    </message>
    <message>
        <source>only Mooring&apos;s own is written</source>
        <translation>Mooring 자체 파일에만 기록</translation>
    </message>
    <message>
        <source>only this computer</source>
        <translation>이 컴퓨터만</translation>
    </message>
    <message>
        <source>only what changed is sent</source>
        <translation>바뀐 것만 보냄</translation>
    </message>
    <message>
        <source>open loop, %1/s, %2 s</source>
        <translation>열린 루프, %1/s, %2초</translation>
    </message>
    <message>
        <source>optional</source>
        <translation>선택 사항</translation>
    </message>
    <message>
        <source>outlives this window</source>
        <translation>이 창을 닫아도 계속됨</translation>
    </message>
    <message>
        <source>over %1</source>
        <translation>%1 초과</translation>
    </message>
    <message>
        <source>over a new connection</source>
        <translation>새 연결로</translation>
    </message>
    <message>
        <source>parameter</source>
        <translation>매개변수</translation>
    </message>
    <message>
        <source>password</source>
        <translation>암호</translation>
    </message>
    <message>
        <source>path or name, such as python3.11</source>
        <translation>경로 또는 이름, 예: python3.11</translation>
    </message>
    <message>
        <source>per s for</source>
        <comment>requests</comment>
        <translation>건/초,</translation>
    </message>
    <message>
        <source>perhaps: %1</source>
        <translation>아마도: %1</translation>
    </message>
    <message>
        <source>pid %1</source>
        <translation>pid %1</translation>
    </message>
    <message>
        <source>pip alone installs in the container: these conda packages are left out: %1</source>
        <translation>컨테이너에서는 pip만 설치하므로 다음 conda 패키지는 제외됩니다: %1</translation>
    </message>
    <message>
        <source>pip installs it when the container starts; packages of conda are left out.</source>
        <translation>컨테이너가 시작될 때 pip가 설치합니다. conda 패키지는 제외됩니다.</translation>
    </message>
    <message>
        <source>plain process</source>
        <translation>일반 프로세스</translation>
    </message>
    <message>
        <source>podman %1</source>
        <translation>podman %1</translation>
    </message>
    <message>
        <source>podman %1, API %2</source>
        <translation>podman %1, API %2</translation>
    </message>
    <message>
        <source>podman %1, in place of Docker</source>
        <translation>podman %1, Docker 대신</translation>
    </message>
    <message>
        <source>port %1 answered</source>
        <translation>포트 %1 응답함</translation>
    </message>
    <message>
        <source>port %1 of %2 answered</source>
        <translation>%2의 포트 %1 응답함</translation>
    </message>
    <message>
        <source>port, requests</source>
        <translation>포트, 요청</translation>
    </message>
    <message>
        <source>private key</source>
        <translation>개인 키</translation>
    </message>
    <message>
        <source>process %1</source>
        <translation>프로세스 %1</translation>
    </message>
    <message>
        <source>process %1: %2</source>
        <translation>프로세스 %1: %2</translation>
    </message>
    <message>
        <source>processes of the job are left</source>
        <translation>작업의 프로세스가 남아 있음</translation>
    </message>
    <message>
        <source>public</source>
        <translation>공용</translation>
    </message>
    <message>
        <source>public network</source>
        <translation>공용 네트워크</translation>
    </message>
    <message>
        <source>questions of the server</source>
        <translation>서버의 질문</translation>
    </message>
    <message numerus="yes">
        <source>raised %n frame(s) below it</source>
        <translation>
            <numerusform>%n개 프레임 아래에서 발생</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>reached from %1, line %2, through %n frame(s)</source>
        <translation>
            <numerusform>%1, %2행에서 %n개 프레임을 거쳐 도달</numerusform>
        </translation>
    </message>
    <message>
        <source>read %1</source>
        <comment>a time</comment>
        <translation>%1 확인</translation>
    </message>
    <message>
        <source>read-only</source>
        <translation>읽기 전용</translation>
    </message>
    <message>
        <source>rebuilt</source>
        <translation>다시 빌드됨</translation>
    </message>
    <message>
        <source>rebuilt: %1 line %2 changed</source>
        <translation>다시 빌드: %1의 %2번째 줄이 바뀜</translation>
    </message>
    <message>
        <source>rebuilt: Python %1 instead of %2</source>
        <translation>다시 빌드: Python %2 대신 %1</translation>
    </message>
    <message>
        <source>rebuilt: a file that it installs changed</source>
        <translation>다시 빌드: 설치하는 파일이 바뀜</translation>
    </message>
    <message>
        <source>rebuilt: an earlier build did not finish</source>
        <translation>다시 빌드: 이전 빌드가 끝나지 않음</translation>
    </message>
    <message>
        <source>rebuilt: another Python, %1</source>
        <translation>다시 빌드: 다른 Python, %1</translation>
    </message>
    <message>
        <source>rebuilt: built with %1 instead of %2</source>
        <translation>다시 빌드: 이번에는 %1, 전에는 %2</translation>
    </message>
    <message>
        <source>rebuilt: the environment was removed</source>
        <translation>다시 빌드: 환경이 제거됨</translation>
    </message>
    <message>
        <source>rebuilt: the machine is now %1</source>
        <translation>다시 빌드: 컴퓨터가 바뀜, %1</translation>
    </message>
    <message>
        <source>requirements.txt or a conda file</source>
        <translation>requirements.txt 또는 conda 파일</translation>
    </message>
    <message>
        <source>reused</source>
        <translation>재사용됨</translation>
    </message>
    <message>
        <source>reused: same content</source>
        <translation>다시 사용: 내용이 같음</translation>
    </message>
    <message>
        <source>revoked</source>
        <translation>폐기됨</translation>
    </message>
    <message>
        <source>revoked: never accepted</source>
        <translation>폐기됨: 받아들이지 않음</translation>
    </message>
    <message>
        <source>rootless</source>
        <translation>rootless</translation>
    </message>
    <message>
        <source>row %1</source>
        <translation>행 %1</translation>
    </message>
    <message>
        <source>run(%1) in line %2</source>
        <comment>an argument&apos;s name, a line</comment>
        <translation>run(%1)은 %2행</translation>
    </message>
    <message>
        <source>run, %1 on %2</source>
        <comment>%1 a time, %2 a target</comment>
        <translation>실행, %1, %2</translation>
    </message>
    <message>
        <source>running</source>
        <translation>진행 중</translation>
    </message>
    <message>
        <source>s</source>
        <comment>seconds, behind a field</comment>
        <translation>초 동안</translation>
    </message>
    <message>
        <source>searching</source>
        <translation>찾는 중</translation>
    </message>
    <message>
        <source>shows another key since %1</source>
        <translation>%1부터 다른 키를 제시함</translation>
    </message>
    <message>
        <source>signed address (sig=…)</source>
        <translation>서명된 주소(sig=…)</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>%1부터</translation>
    </message>
    <message>
        <source>since %1</source>
        <comment>a time</comment>
        <translation>%1부터</translation>
    </message>
    <message>
        <source>socket</source>
        <translation>소켓</translation>
    </message>
    <message>
        <source>special file</source>
        <translation>특수 파일</translation>
    </message>
    <message>
        <source>ssh cannot read its configuration for %1.</source>
        <translation>ssh가 %1의 설정을 읽지 못합니다.</translation>
    </message>
    <message>
        <source>started %1</source>
        <translation>%1 시작</translation>
    </message>
    <message>
        <source>started, printed, canceled; none of its processes is left</source>
        <translation>시작, 출력, 중단됨; 남은 프로세스 없음</translation>
    </message>
    <message>
        <source>std (default) or build</source>
        <translation>std(기본값) 또는 build</translation>
    </message>
    <message>
        <source>std (default), build or provisioning</source>
        <translation>std(기본값), build 또는 provisioning</translation>
    </message>
    <message>
        <source>stopped</source>
        <comment>a request</comment>
        <translation>중지됨</translation>
    </message>
    <message>
        <source>stopped after %1</source>
        <comment>how long</comment>
        <translation>%1 후 중지됨</translation>
    </message>
    <message numerus="yes">
        <source>struck %n times, last %1</source>
        <comment>%1 a time</comment>
        <translation>
            <numerusform>%n번 나타남, 마지막 %1</numerusform>
        </translation>
    </message>
    <message>
        <source>test inference</source>
        <translation>추론 테스트</translation>
    </message>
    <message>
        <source>the NVIDIA container toolkit is not installed</source>
        <translation>NVIDIA 컨테이너 도구 모음이 설치되지 않음</translation>
    </message>
    <message>
        <source>the default one</source>
        <translation>기본 컨텍스트</translation>
    </message>
    <message>
        <source>the docker command is there, its engine is not installed</source>
        <translation>docker 명령은 있지만 엔진이 설치되지 않음</translation>
    </message>
    <message>
        <source>the endpoint %1</source>
        <translation>엔드포인트 %1</translation>
    </message>
    <message>
        <source>the file&apos;s name</source>
        <translation>파일의 이름</translation>
    </message>
    <message>
        <source>the first that is named</source>
        <translation>지정된 첫 번째</translation>
    </message>
    <message>
        <source>the folder of the run could not be made</source>
        <translation>실행의 폴더를 만들 수 없음</translation>
    </message>
    <message>
        <source>the image is reused</source>
        <translation>이미지를 재사용함</translation>
    </message>
    <message>
        <source>the job could not be canceled</source>
        <translation>작업을 중단할 수 없음</translation>
    </message>
    <message>
        <source>the job printed nothing</source>
        <translation>작업이 아무것도 출력하지 않음</translation>
    </message>
    <message>
        <source>the job was not seen running</source>
        <translation>작업이 실행 중인 것을 확인하지 못함</translation>
    </message>
    <message>
        <source>the list gives no reason</source>
        <translation>목록에 이유가 없음</translation>
    </message>
    <message>
        <source>the machine does not let Mooring look</source>
        <translation>컴퓨터가 Mooring의 확인을 허용하지 않음</translation>
    </message>
    <message>
        <source>the name is hashed in the file</source>
        <translation>파일에 이름이 해시되어 있음</translation>
    </message>
    <message>
        <source>the name of the folder</source>
        <translation>폴더 이름</translation>
    </message>
    <message>
        <source>the resource itself was not touched</source>
        <translation>리소스 자체는 건드리지 않음</translation>
    </message>
    <message>
        <source>the resource manager</source>
        <translation>Resource Manager</translation>
    </message>
    <message>
        <source>the server takes no keys</source>
        <translation>서버에서 키를 받지 않음</translation>
    </message>
    <message>
        <source>the server&apos;s swagger.json</source>
        <translation>서버의 swagger.json</translation>
    </message>
    <message>
        <source>the sign-in</source>
        <translation>로그인</translation>
    </message>
    <message>
        <source>the supervisor did not start</source>
        <translation>감독 프로세스가 시작되지 않음</translation>
    </message>
    <message>
        <source>the system does not say</source>
        <translation>시스템이 알려 주지 않음</translation>
    </message>
    <message>
        <source>the target&apos;s record</source>
        <translation>계산 대상의 기록</translation>
    </message>
    <message>
        <source>the token of the account that is signed in</source>
        <translation>로그인한 계정의 토큰</translation>
    </message>
    <message>
        <source>the toolkit is installed, Docker does not know it</source>
        <translation>도구 모음은 설치되었지만 Docker가 모름</translation>
    </message>
    <message>
        <source>this computer</source>
        <translation>이 컴퓨터</translation>
    </message>
    <message>
        <source>this session began before the user joined the group docker</source>
        <translation>사용자가 docker 그룹에 들어가기 전에 이 세션이 시작됨</translation>
    </message>
    <message>
        <source>this window</source>
        <translation>이 창</translation>
    </message>
    <message>
        <source>to come</source>
        <translation>남음</translation>
    </message>
    <message>
        <source>train</source>
        <translation>학습</translation>
    </message>
    <message>
        <source>trusted by you</source>
        <translation>직접 신뢰함</translation>
    </message>
    <message>
        <source>under no other name</source>
        <translation>다른 이름으로 연결되지 않음</translation>
    </message>
    <message>
        <source>unknown, was %1</source>
        <translation>알 수 없음, 전에는 %1</translation>
    </message>
    <message>
        <source>user@host:port, several parted by commas; none: straight there.</source>
        <translation>user@host:port, 여러 개는 쉼표로 구분; none은 바로 연결.</translation>
    </message>
    <message>
        <source>usual %1</source>
        <translation>보통 %1</translation>
    </message>
    <message>
        <source>valid JSON, %1</source>
        <comment>%1 a size</comment>
        <translation>올바른 JSON, %1</translation>
    </message>
    <message>
        <source>value</source>
        <translation>값</translation>
    </message>
    <message>
        <source>waiting for the answer</source>
        <translation>응답 대기 중</translation>
    </message>
    <message>
        <source>waiting for your answer</source>
        <translation>답변 대기 중</translation>
    </message>
    <message>
        <source>went on after its connection had ended</source>
        <translation>연결이 끝난 뒤에도 계속됨</translation>
    </message>
    <message>
        <source>what Mooring made there, which could not be looked at: %1</source>
        <translation>Mooring이 그곳에 만든 것(확인할 수 없음): %1</translation>
    </message>
    <message>
        <source>what a new run starts with</source>
        <translation>새 실행의 시작값</translation>
    </message>
    <message>
        <source>what came back is not what was sent</source>
        <translation>돌아온 것이 보낸 것과 다름</translation>
    </message>
    <message>
        <source>what is kept where</source>
        <translation>무엇이 어디에 보관되는지</translation>
    </message>
    <message>
        <source>what it says there, typed or pasted</source>
        <translation>그곳에 나온 값을 입력하거나 붙여 넣기</translation>
    </message>
    <message>
        <source>what was found on this computer</source>
        <translation>이 컴퓨터에서 찾은 것</translation>
    </message>
    <message>
        <source>where secrets are</source>
        <translation>비밀 값이 있는 곳</translation>
    </message>
    <message>
        <source>which engine is used</source>
        <translation>사용할 엔진</translation>
    </message>
    <message>
        <source>with its log</source>
        <translation>이 터미널에 로그 표시</translation>
    </message>
    <message>
        <source>without Python, all files are sent each time</source>
        <translation>Python이 없어 매번 모든 파일을 보냄</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>예</translation>
    </message>
    <message>
        <source>yes, it does not keep up</source>
        <translation>예, 속도를 따라가지 못함</translation>
    </message>
    <message>
        <source>your known_hosts, the system&apos;s, Mooring&apos;s own</source>
        <translation>사용자와 시스템의 known_hosts, Mooring 자체 파일</translation>
    </message>
    <message>
        <source>“%1” (%2) is no address of an engine.</source>
        <translation>엔진 주소가 아닙니다: “%1” (%2).</translation>
    </message>
    <message>
        <source>“%1” cannot be a DNS label.</source>
        <translation>DNS 레이블로 쓸 수 없습니다: “%1”</translation>
    </message>
    <message>
        <source>“%1” cannot be a user name.</source>
        <translation>사용자 이름이 될 수 없습니다: “%1”.</translation>
    </message>
    <message>
        <source>“%1” cannot be the address of %2.</source>
        <translation>주소로 쓸 수 없습니다: “%1”. 쓰임: %2</translation>
    </message>
    <message>
        <source>“%1” cannot be the name of a cloud.</source>
        <translation>클라우드 이름으로 쓸 수 없습니다: “%1”.</translation>
    </message>
    <message>
        <source>“%1” cannot be the name of a machine.</source>
        <translation>컴퓨터 이름이 될 수 없습니다: “%1”.</translation>
    </message>
    <message>
        <source>“%1” cannot be the name of a target in Azure ML.</source>
        <translation>Azure ML 대상의 이름이 될 수 없습니다: “%1”.</translation>
    </message>
    <message>
        <source>“%1” cannot be the name of a workspace.</source>
        <translation>작업 영역의 이름이 될 수 없습니다: “%1”.</translation>
    </message>
    <message>
        <source>“%1” cannot be the name of an endpoint.</source>
        <translation>엔드포인트 이름으로 쓸 수 없습니다: “%1”.</translation>
    </message>
    <message>
        <source>“%1” cannot be the name of an environment variable.</source>
        <translation>환경 변수 이름으로 쓸 수 없습니다: “%1”.</translation>
    </message>
    <message>
        <source>“%1” cannot be the name of an image.</source>
        <translation>이미지 이름으로 쓸 수 없습니다: “%1”.</translation>
    </message>
    <message>
        <source>“%1” ends before its port.</source>
        <translation>“%1”에 포트가 빠져 있습니다.</translation>
    </message>
    <message>
        <source>“%1” has a bracket that is not closed as it should be.</source>
        <translation>“%1”의 대괄호가 올바르게 닫히지 않았습니다.</translation>
    </message>
    <message>
        <source>“%1” in brackets is no IPv6 address.</source>
        <translation>대괄호 안의 값이 IPv6 주소가 아닙니다: “%1”.</translation>
    </message>
    <message>
        <source>“%1” in the resource ID has characters that Azure does not allow.</source>
        <translation>리소스 ID의 “%1”에 Azure가 허용하지 않는 문자가 있습니다.</translation>
    </message>
    <message>
        <source>“%1” is an address of another kind: only ssh:// is taken here.</source>
        <translation>다른 종류의 주소입니다: “%1”. 여기서는 ssh://만 받습니다.</translation>
    </message>
    <message>
        <source>“%1” is an unusual spelling of an address. Write it as four numbers with dots.</source>
        <translation>흔하지 않은 주소 표기입니다: “%1”. 점으로 나눈 숫자 네 개로 쓰십시오.</translation>
    </message>
    <message>
        <source>“%1” is missing: Azure ML must know which resource is meant.</source>
        <translation>“%1” 값이 없습니다. Azure ML이 어느 리소스인지 알아야 합니다.</translation>
    </message>
    <message>
        <source>“%1” is no IPv6 address.</source>
        <translation>IPv6 주소가 아닙니다: “%1”.</translation>
    </message>
    <message>
        <source>“%1” is no SHA-256 fingerprint.</source>
        <translation>SHA-256 지문이 아닙니다: “%1”.</translation>
    </message>
    <message>
        <source>“%1” is no load.</source>
        <translation>부하로 쓸 수 없습니다: “%1”.</translation>
    </message>
    <message>
        <source>“%1” is no port: a number from 1 to 65535.</source>
        <translation>포트가 아닙니다: “%1”. 1부터 65535까지의 숫자여야 합니다.</translation>
    </message>
    <message>
        <source>“%1” is no price of a node hour.</source>
        <translation>노드 시간당 가격이 아닙니다: “%1”</translation>
    </message>
    <message>
        <source>“%1” is no version: they are numbered from 1.</source>
        <translation>버전이 아닙니다. 버전은 1부터 번호를 매깁니다: “%1”</translation>
    </message>
    <message>
        <source>“%1” is none of %2.</source>
        <translation>“%1” 값은 %2에 없습니다.</translation>
    </message>
    <message>
        <source>“%1” is none of list, add, remove.</source>
        <translation>“%1” 값은 list, add, remove 중 하나가 아닙니다.</translation>
    </message>
    <message>
        <source>“%1” is none of list, add, use, remove.</source>
        <translation>“%1” 값은 list, add, use, remove 중 하나가 아닙니다.</translation>
    </message>
    <message>
        <source>“%1” is none of start, stop, status.</source>
        <translation>“%1” 값은 start, stop, status 중 하나가 아닙니다.</translation>
    </message>
    <message>
        <source>“%1” is not the name of a container image.</source>
        <translation>컨테이너 이미지 이름이 아닙니다: “%1”.</translation>
    </message>
    <message>
        <source>“%1” is one word too many.</source>
        <translation>한 단어가 너무 많습니다: “%1”</translation>
    </message>
    <message>
        <source>“%1” of %2 failed.</source>
        <translation>%2의 “%1”에 실패했습니다.</translation>
    </message>
    <message>
        <source>“%1” stands for more than one run: %2.</source>
        <translation>둘 이상의 실행을 가리킵니다: “%1”. %2</translation>
    </message>
    <message>
        <source>“%1” with this key cannot stand in a file of known machines.</source>
        <translation>이 키와 함께 알려진 호스트 파일에 기록할 수 없습니다: “%1”.</translation>
    </message>
    <message>
        <source>“%1” works in the workspace of this computer only, in this version.</source>
        <translation>이 버전에서 “%1” 명령은 이 컴퓨터의 작업 영역에서만 동작합니다.</translation>
    </message>
    <message numerus="yes">
        <source>… and %n more</source>
        <translation>
            <numerusform>… 외 %n건</numerusform>
        </translation>
    </message>
</context>
</TS>
