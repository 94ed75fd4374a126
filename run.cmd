@echo off
rem Builds Vivarium where it is missing, and starts it. After a change in its sources, delete app\target\vivarium.
setlocal
set "here=%~dp0"
if exist "%here%app\target\distribution.made-from" goto start
where mvn >nul 2>nul || (echo Vivarium is built with Maven, and there is no mvn here: install it, such as with winget install Apache.Maven. 1>&2 & exit /b 2)
"%JAVA_HOME%\bin\java" -version 2>&1 | findstr /c:"version \"25" >nul || (echo Vivarium is built with a JDK 25: install one, such as with winget install EclipseAdoptium.Temurin.25.JDK, and set JAVA_HOME to it. 1>&2 & exit /b 2)
echo Building Vivarium, which takes a few minutes ... 1>&2
pushd "%here%"
call mvn -B -q -DskipTests -Dmaven.test.skip -Dspotless.check.skip package || (popd & exit /b 1)
popd
:start
"%here%app\target\vivarium\bin\vivarium.cmd" %*
